"""Which measures the article really tells of, and why the others are left out."""

from tracker.extraction.measures import Group
from tracker.record import Status

_BACKGROUND = "named without anything told of it"
_VAGUE = "sanctions in general: no issuer and target are told"


def reason_to_leave_out(group: Group, statuses: list[Status], *, has_claims: bool) -> str | None:
    """Why a measure is left out of the record, None if it belongs in it.

    Args:
        group: The measure's mentions.
        statuses: Its status claims.
        has_claims: Whether any claim of any kind is made about it.
    """
    if not group.naming:
        return "only pointed at, never named"
    if group.kind == "bill":
        named = group.title is not None or group.number is not None
        return None if has_claims or named else _BACKGROUND
    if group.ordinal is not None:
        return None
    if not has_claims:
        return _BACKGROUND
    if any(s.modality == "actual" for s in statuses) and (group.targets or group.makers):
        return None
    if group.makers and group.targets:
        return None
    return None if group.fresh and group.targets or group.form == "named" and group.makers else _VAGUE
