"""What pictures show, however they are drawn: lanes of events, steps of counts, bars."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

_MOST_LANES = 24
_LONGEST_NAME = 44

Count = tuple[date, int, str]
"""The day of a count, the count, and its basis: `official` or `press`."""


@dataclass(frozen=True, slots=True)
class Lane:
    """All events of one kind.

    Attributes:
        name: What happened, or was said would happen, and how often it was told.
        actual: Whether it happened.
        days: When, in order.
    """

    name: str
    actual: bool
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a measure's life.

    Attributes:
        shown: The lanes, what happened before what was foretold, each from the first on.
        left_out: How many more kinds of events there are.
    """

    shown: tuple[Lane, ...]
    left_out: int

    @property
    def legend(self) -> str:
        """What the marks mean, and what is not shown."""
        rest = f"; {self.left_out} more kinds are left out" if self.left_out else ""
        return f"filled: happened; hollow: foretold, threatened or denied{rest}"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many measures of one kind stand at one status."""

    kind: str
    status: str
    count: int


def lanes(rows: Iterable[Mapping[str, Any]]) -> Lanes:
    """Sort rows of the timeline (date, what, modality) into lanes."""
    days: dict[tuple[str, bool], list[date]] = {}
    for row in rows:
        day = _day(row["date"])
        if day is not None:
            kind = (str(row["what"]).split(",")[0], row["modality"] == "actual")
            days.setdefault(kind, []).append(day)
    # What happened goes before whatever was foretold more often.
    often = sorted(days, key=lambda kind: (not kind[1], -len(days[kind])))[:_MOST_LANES]
    made = [
        Lane(_name(what, len(days[what, actual])), actual, tuple(sorted(days[what, actual])))
        for what, actual in often
    ]
    made.sort(key=lambda lane: (not lane.actual, lane.days[0]))
    return Lanes(tuple(made), len(days) - len(made))


def steps(counts: Iterable[Count], basis: str) -> list[tuple[date, int]]:
    """The counts of one basis, the highest of each day, in order."""
    by_day = {day: count for day, count, each in sorted(counts) if each == basis}
    return list(by_day.items())


def bars(rows: Iterable[tuple[str, str]]) -> list[Bar]:
    """Count measures, given as kind and status: bills first, the most frequent status first."""
    counted = Counter(rows).items()
    made = [Bar(kind, status, count) for (kind, status), count in counted]
    return sorted(made, key=lambda bar: (bar.kind, -bar.count, bar.status))


def spread(places: Sequence[float], gap: float, highest: float) -> list[float]:
    """Move labels, given from the lowest, until each is `gap` above the one below it.

    They move up, but none above `highest`.
    """
    moved: list[float] = []
    for place in places:
        moved.append(place if not moved else max(place, moved[-1] + gap))
    for index in reversed(range(len(moved))):
        moved[index] = min(moved[index], highest)
        highest = moved[index] - gap
    return moved


def _name(what: str, count: int) -> str:
    short = what if len(what) <= _LONGEST_NAME else f"{what[: _LONGEST_NAME - 3]}..."
    return f"{short} ({count})" if count > 1 else short


def _day(value: object) -> date | None:
    """The first day that a date, perhaps only a month or year, may mean."""
    if isinstance(value, date):
        return value
    if not value:
        return None
    parts = [int(part) for part in str(value).split("-")]
    return date(*[*parts, 1, 1][:3])
