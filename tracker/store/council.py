"""A vote in the Council of the EU, state by state."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracker.errors import UsageError


@dataclass(frozen=True, slots=True)
class CouncilRule:
    """What a rule demands.

    Attributes:
        states_required: States needed in favour.
        population_percent: Percent of the Union's population that they must represent, if any.
        least_to_block: States that a minority must have to block by its population.
    """

    states_required: int
    population_percent: int | None = None
    least_to_block: int = 1


@dataclass(frozen=True, slots=True)
class CouncilVote:
    """How a vote would end.

    Attributes:
        states_for: States in favour.
        population_for: Percent of the Union's population that those represent.
        adopted: Whether the majority is reached.
        missing_states: States still needed, 0 if there are enough.
    """

    states_for: int
    population_for: float
    adopted: bool
    missing_states: int


def council_vote(
    rule: CouncilRule, population: Mapping[str, int], against: Collection[str]
) -> CouncilVote:
    """Reckon a vote with all states in favour save `against`.

    Args:
        rule: The rule.
        population: Inhabitants of each member state, by its code.
        against: Codes of the states that do not vote in favour.

    Raises:
        UsageError: One of them is no member state.
    """
    opposed = {code.upper() for code in against}
    if strangers := opposed - population.keys():
        raise UsageError(
            f"{min(strangers)} is no member state of the EU today",
            cure='give codes of member states; "tracker sql" lists them in council_member',
        )
    total = sum(population.values())
    in_favour = sum(count for code, count in population.items() if code not in opposed)
    states = len(population) - len(opposed)
    people = rule.population_percent is None or (
        in_favour * 100 >= total * rule.population_percent or len(opposed) < rule.least_to_block
    )
    return CouncilVote(
        states_for=states,
        population_for=round(100 * in_favour / total, 2),
        adopted=states >= rule.states_required and people,
        missing_states=max(0, rule.states_required - states),
    )
