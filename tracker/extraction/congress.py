"""Which US Congress a bill was before: by its title, its dates, or the article's day."""

import re
from collections.abc import Iterable
from datetime import date

from tracker.extraction.dates import dates_between, latest_year
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group
from tracker.extraction.reading import Reading
from tracker.record import Status

_FIRST_CONGRESS = 1789
_MIDYEAR = "-07-01"
_TITLE_YEAR = re.compile(r"\bof (1[789]\d\d|20\d\d)\b")


def congress_of(
    group: Group, statuses: Iterable[Status], reading: Reading, lexicon: Lexicon
) -> int | None:
    """Number of the Congress that a bill was before, None where nothing tells it."""
    for mention in group.naming:
        if year := _TITLE_YEAR.search(mention.title or ""):
            return congress_on(date(int(year[1]), 7, 1))
    for mention in group.naming:
        act = lexicon.known_act(mention.title or mention.acronym or "")
        if act is not None and act.congress is not None:
            return act.congress
    told = _told(group, statuses, reading)
    if told is not None:
        return congress_on(told)
    if reading.published is not None:
        return congress_on(reading.published)
    year_named = latest_year(reading.dates)
    return None if year_named is None else congress_on(date(year_named, 7, 1))


def congress_on(day: date) -> int:
    """Number of the US Congress that sits on a day (20th Amendment: from noon of 3 January)."""
    year = day.year if (day.month, day.day) >= (1, 3) else day.year - 1
    return (year - _FIRST_CONGRESS) // 2 + 1


def _told(group: Group, statuses: Iterable[Status], reading: Reading) -> date | None:
    """The earliest day that its claims or its own phrases tell."""
    told = [status.date for status in statuses if status.date is not None]
    for mention in group.naming:
        for found in dates_between(reading.dates, mention.start_char, mention.end_char):
            resolved = found.resolve(reading.published, future=False)
            if resolved is not None and mention.title is None:
                told.append(resolved)
    days = (date.fromisoformat(_midway(text)) for text in told)
    return min((day for day in days if day.year >= _FIRST_CONGRESS), default=None)


def _midway(partial: str) -> str:
    """A full day for a date that may be only a year or a month."""
    if len(partial) == 4:
        return partial + _MIDYEAR
    return partial + "-15" if len(partial) == 7 else partial
