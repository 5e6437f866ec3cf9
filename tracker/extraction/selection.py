"""Which measures the article really tells of, and why the others are left out."""

from tracker.extraction.assembly import Claims
from tracker.extraction.features import measure_features
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping

_UNNAMED = "only pointed at, never named"
_BACKGROUND = "named without anything told of it"
# So likely a status claim is that its measure needs no more to be told.
_SURE = 0.6
_VAGUE = "too vague to be a measure of its own"


def features_of(
    group: Group, grouping: Grouping, claims: Claims, best_reading: float
) -> tuple[str, ...]:
    """What the measure model looks at.

    Args:
        group: The measure's mentions.
        grouping: All measures of the article.
        claims: The claims about this measure.
        best_reading: Probability of the surest status claim about it, kept or not.
    """
    others = (claims.sponsors, claims.support, claims.thresholds, claims.votes, claims.designations)
    statuses = [found.status for found in claims.statuses]
    count = sum(len(rows) for rows in others)
    return measure_features(group, grouping, statuses, count, best_reading)


def _is_certain(group: Group, claims: Claims, best_reading: float) -> bool:
    """Whether what is told makes it a measure beyond doubt.

    A bill with sponsors, support, a voting rule or a tally; sanctions whose issuer and target
    are both told with what became of them, or how many they hit, or whose issuer is told with
    what surely becomes of them.
    """
    if group.kind == "bill":
        return any((claims.sponsors, claims.support, claims.thresholds, claims.votes))
    told = group.targets and (claims.statuses or claims.designations)
    listing = claims.statuses and claims.designations
    return bool(
        (group.targets and group.ordinal is not None)
        or (group.makers and (told or listing or (claims.statuses and best_reading >= _SURE)))
    )


def reason_to_leave_out(
    group: Group, grouping: Grouping, claims: Claims, best_reading: float, lexicon: Lexicon
) -> str | None:
    """Why a measure is left out of the record, None if it belongs in it."""
    if not group.naming:
        return _UNNAMED
    named = group.title or group.number or group.ordinal is not None
    if claims.empty and not named:
        return _BACKGROUND
    if _is_certain(group, claims, best_reading) or lexicon.measure_model.accepts(
        features_of(group, grouping, claims, best_reading)
    ):
        return None
    return _BACKGROUND if claims.empty else _VAGUE
