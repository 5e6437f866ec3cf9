"""A vote in the Council of the EU by qualified majority, state by state."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, text

from tracker.errors import UsageError

RULE = "eu-qualified-majority"
LEAST_TO_BLOCK = 4
"""Fewest states that can block by population (Article 16(4) of the Treaty on European Union)."""


@dataclass(frozen=True)
class CouncilVote:
    """How a vote would end.

    Attributes:
        states_for: States in favour.
        states_required: States needed.
        population_for: Percent of the Union's population that those represent.
        population_required: Percent needed.
        adopted: Whether the majority is reached. Fewer than four states cannot block it.
        missing_states: States still needed, 0 if there are enough.
        blocking: Whether those against are a blocking minority.
    """

    states_for: int
    states_required: int
    population_for: float
    population_required: int
    adopted: bool
    missing_states: int
    blocking: bool


def council_vote(connection: Connection, against: Collection[str]) -> CouncilVote:
    """Reckon a vote by qualified majority with all states in favour save `against`.

    An abstention counts as a vote against. Populations are those of the reference data.

    Args:
        connection: A connection to a store with the reference data.
        against: Codes of the states that do not vote in favour.

    Raises:
        UsageError: One of them is no member state.
    """
    rows = connection.execute(text("SELECT code, population FROM council_member"))
    population = {row.code: int(row.population) for row in rows}
    opposed = {code.upper() for code in against}
    if strangers := opposed - population.keys():
        raise UsageError(f"{min(strangers)} is no member state of the EU today")
    required, percent = connection.execute(
        text(
            "SELECT m.states_required, t.population_percent FROM council_majority AS m"
            " JOIN threshold_rule AS t ON t.rule = m.rule WHERE m.rule = :rule"
        ),
        {"rule": RULE},
    ).one()
    total = sum(population.values())
    in_favour = sum(count for code, count in population.items() if code not in opposed)
    states = len(population) - len(opposed)
    enough_people = in_favour * 100 >= total * percent or len(opposed) < LEAST_TO_BLOCK
    adopted = states >= required and enough_people
    return CouncilVote(
        states_for=states,
        states_required=required,
        population_for=round(100 * in_favour / total, 2),
        population_required=percent,
        adopted=adopted,
        missing_states=max(0, required - states),
        blocking=not adopted,
    )
