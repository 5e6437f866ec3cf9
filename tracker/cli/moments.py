"""Days and times as users write them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import typer

from tracker.errors import UsageError

_NAMED = {"today": 0, "yesterday": 1}
_UNITS = {"d": 1, "w": 7}


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of the calendar, or one so long before the day that a question is about."""

    written: date | timedelta

    def counted_from(self, day: date) -> date:
        """The day that is meant where `day` is what the question is about.

        Raises:
            UsageError: It would be before the first day of the calendar.
        """
        if isinstance(self.written, date):
            return self.written
        if day - date.min < self.written:
            raise UsageError(f"{self.written.days} days before {day} there is no calendar")
        return day - self.written


def as_written_day(text: str) -> WrittenDay:
    """Read a day: 2025-05-14, today, yesterday, or 7d and 2w for that long ago."""
    if text.lower() in _NAMED:
        return WrittenDay(timedelta(days=_NAMED[text.lower()]))
    if text[:-1].isdecimal() and text[-1:] in _UNITS and len(text) < 6:
        return WrittenDay(timedelta(days=int(text[:-1]) * _UNITS[text[-1]]))
    try:
        return WrittenDay(date.fromisoformat(text))
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no day; write one like 2025-05-14, yesterday or 7d"
        ) from None


def as_day(text: str) -> date:
    """Read a day as `as_written_day` does, counted from today."""
    return as_written_day(text).counted_from(datetime.now(tz=UTC).date())


def as_moment(text: str) -> datetime:
    """Read a time in UTC: 2025-05-14T08:00, or a day, which means its end."""
    try:
        if len(text) > 10:
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no time; write one like 2025-05-14T08:00 or 2025-05-14"
        ) from None
    day = as_day(text)
    return datetime(day.year, day.month, day.day, 23, 59, 59, 999999, tzinfo=UTC)
