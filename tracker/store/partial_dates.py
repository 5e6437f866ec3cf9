"""Dates that are only as exact as a text makes them: a year, a month or a day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Interval:
    """The days that a partial date may mean: from `start` to before `end`."""

    start: date
    end: date

    @property
    def last(self) -> date:
        """The last day."""
        return self.end - timedelta(days=1)

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.last == self.start


def interval(text: str | None) -> Interval | None:
    """The days that an ISO 8601 date, month or year covers; None for None.

    Raises:
        ValueError: It is no date.
    """
    if text is None:
        return None
    found = _PARTIAL.fullmatch(text)
    if found is None:
        raise ValueError(f"no ISO date: {text}")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return Interval(date(year, 1, 1), date(year + 1, 1, 1))
    if day is None:
        following = date(year + month // 12, month % 12 + 1, 1)
        return Interval(date(year, month, 1), following)
    return Interval(date(year, month, day), date(year, month, day) + timedelta(days=1))


def effective_day(told: str | None, published: date | None) -> date | None:
    """The day by which something told was so.

    It is the last day that the date told allows, but none after the publication, as nobody
    reports the future as past; where no date is told, the publication.
    """
    span = interval(told)
    if span is None:
        return published
    if published is None or published < span.start:
        return span.last
    return min(span.last, published)
