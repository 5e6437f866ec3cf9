"""The year in an act's name: the one in which it became law."""

import re
from datetime import date

from tracker.record import Status

_YEAR = re.compile(r"(?:\bof |^)((?:17|18|19|20)\d\d)\b")
_LAWMAKING = frozenset({"cleared", "enacted"})


def act_year(status: Status, title: str | None, published: date | None) -> str | None:
    """The year of an act that is told to have become law, None where its name does not tell it.

    "The Telecommunications Act of 1996 was signed" happened in 1996; a bill of the year of
    publication may be named for a year that it does not live to see.
    """
    if status.modality != "actual" or status.status not in _LAWMAKING:
        return None
    match = _YEAR.search(title or "")
    if match is None or published is None or int(match[1]) >= published.year - 1:
        return None
    return match[1]
