"""What the rules of the Council of the EU demand, and how a vote would end."""

from collections.abc import Collection

from tracker.listing import Listing
from tracker.reports.rows import dicts
from tracker.reports.source import Source
from tracker.store.council import CouncilRule, council_vote

_RULES = """
SELECT rule, procedure, members, states_required, population_percent, states_to_block,
       least_to_block, largest_to_block, legal_basis
FROM council_majority
ORDER BY states_required DESC, rule
"""
_MEMBERS = "SELECT code, population FROM council_member ORDER BY place"


def council(source: Source, against: Collection[str] = ()) -> Listing:
    """Each rule of the Council with what it demands and what it takes to block.

    Args:
        source: The store.
        against: Codes of states that do not vote in favour: how the vote ends without them.

    Raises:
        UsageError: One of them is no member state.
    """
    population = {str(code): int(str(count)) for code, count in source.rows(_MEMBERS).rows}
    largest = list(population)
    columns = ["rule", "needed", "of", "people", "to block", "or the largest", "legal basis"]
    if against:
        columns += ["in favour", "their people", "adopted", "missing"]
    rows = []
    for row in dicts(source.rows(_RULES)):
        percent, reach = row["population_percent"], row["largest_to_block"]
        cells = [
            row["rule"],
            row["states_required"],
            row["members"],
            None if percent is None else f"{percent} %",
            row["states_to_block"],
            None if reach is None else f"{reach}: {', '.join(largest[:reach])}",
            row["legal_basis"],
        ]
        if against:
            rule = CouncilRule(row["states_required"], percent, row["least_to_block"] or 1)
            vote = council_vote(rule, population, against)
            cells += [
                vote.states_for,
                f"{vote.population_for} %",
                "yes" if vote.adopted else "no",
                vote.missing_states,
            ]
        rows.append(tuple(cells))
    return Listing(tuple(columns), rows)
