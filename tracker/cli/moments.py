"""Days and times as users write them."""

from datetime import UTC, date, datetime, timedelta

import typer

_UNITS = {"d": 1, "w": 7}


def as_day(text: str) -> date:
    """Read a day: 2025-05-14, today, yesterday, or 7d and 2w for that long ago."""
    today = datetime.now(tz=UTC).date()
    named = {"today": today, "yesterday": today - timedelta(days=1)}
    if text.lower() in named:
        return named[text.lower()]
    if text[:-1].isdecimal() and text[-1:] in _UNITS and len(text) < 6:
        return today - timedelta(days=int(text[:-1]) * _UNITS[text[-1]])
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no day; write one like 2025-05-14, yesterday or 7d"
        ) from None


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
