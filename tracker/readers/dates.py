"""When an article was published: reading dates, and believing the most trusted that can be true."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime, parsedate_tz

from tracker.article import DateSource

EARLIEST = date(1990, 1, 1)
"""No news page is older; a date before it is a default value or a slip."""

_SLACK = timedelta(days=1)
"""East of Greenwich it is tomorrow already."""

_AGREEING = timedelta(days=3)
"""How far apart two dates of one article may be: written one day, printed the next."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>[12]\d{3})\b"
_DAY = r"\b(?P<day>\d{1,2})"

# 2025-05-14, 2025-05-14T10:00:00Z, 2025-05-14 10:00
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=$|[T ]\d{2}:?\d{2})", re.ASCII
)
_ISO_DAY = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b", re.ASCII)
# May 14, 2025 and Sept. 3 2025
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s{{1,3}}{_DAY}(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}", re.ASCII | re.IGNORECASE
)
# 14 May 2025 and 3rd of Sept. 2025
_DAY_FIRST = re.compile(
    rf"{_DAY}(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?{_MONTH},?\s{{1,3}}{_YEAR}", re.ASCII | re.IGNORECASE
)
# /2025/05/14/, /2025-05-14-title, /20250514
_IN_URL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})([/-]?)(?P<month>\d{2})\2(?P<day>\d{2})(?!\d)", re.ASCII
)
# What may stand beside a date in a line of its own: Posted on Tuesday, ... 6:22 p.m. ET
_BESIDE_A_DATE = re.compile(
    r"(?:published|posted|updated|date|on|at|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|"
    r"thu|sat|\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|[a-z]{1,3}t|utc|gmt|[\s,:|-])*",
    re.ASCII | re.IGNORECASE,
)
_LINES_AT_THE_TOP = 6
_SHORT_LINE = 80
_DATELINE = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date as one source gives it, in whatever notation; None if it gives none."""

    value: str | None
    source: DateSource


@dataclass(frozen=True, slots=True)
class Dated:
    """The date that is believed, if any, what told it, and what was not believed.

    Attributes:
        published: ISO 8601 date.
        source: What told it.
        time: The moment in UTC, if that tells it too.
        doubts: What was not believed.
    """

    published: str | None = None
    source: DateSource | None = None
    time: datetime | None = None
    doubts: tuple[str, ...] = ()


def settle(candidates: Iterable[Candidate], today: date | None = None) -> Dated:
    """Choose the date of publication.

    Args:
        candidates: What the sources say, the most trusted first.
        today: The present day, the system's if None; later dates are not believed.

    Returns:
        The first date that can be true. Candidates that cannot be, or that contradict the chosen
        one, are named as doubts.
    """
    latest = (today or datetime.now(UTC).date()) + _SLACK
    doubts: list[str] = []
    chosen: date | None = None
    source: DateSource | None = None
    time: datetime | None = None
    for candidate in candidates:
        if candidate.value is None or not candidate.value.strip():
            continue
        day = read_date(candidate.value)
        fault = _fault(day, latest)
        if day is None or fault:
            doubts.append(f"its {_NAMES[candidate.source]} {_shown(candidate.value)} {fault}")
        elif chosen is None:
            chosen, source = day, candidate.source
            time = read_moment(candidate.value)
        elif source != "given" and abs(day - chosen) > _AGREEING:
            doubts.append(
                f"its {_NAMES[candidate.source]} {day} contradicts {chosen}, which was believed"
            )
    return Dated(chosen.isoformat() if chosen else None, source, time, tuple(doubts))


def read_date(value: str) -> date | None:
    """Read one date in a notation that leaves no doubt of day and month.

    Args:
        value: ISO 8601, RFC 2822, or with the English name of the month.

    Returns:
        The date as it was where it was written, None if the value is no such date.
    """
    value = value.strip()
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST):
        match = pattern.match(value)
        if match:
            return _day(match)
    parts = parsedate_tz(value[:100]) if value.isascii() else None
    return _valid(*parts[:3]) if parts else None


def read_moment(value: str) -> datetime | None:
    """Read the moment of a date with its time and time zone.

    Args:
        value: ISO 8601 or RFC 2822.

    Returns:
        The moment in UTC, without a zone; None if the value tells no time, or not where.
    """
    value = value.strip()[:100]
    moment = None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
        except (ValueError, TypeError, OverflowError):
            continue
        break
    if moment is None or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return None


def date_in_url(url: str | None) -> str | None:
    """The date that stands in the path of an address (`/2025/05/14/`), as ISO 8601."""
    match = _IN_URL.search(url.partition("?")[0]) if url else None
    day = _day(match) if match else None
    return day.isoformat() if day else None


def is_date_line(line: str) -> bool:
    """Whether a line says no more than when something was published."""
    if len(line) > _SHORT_LINE:
        return False
    for pattern in (_ISO_DAY, _MONTH_FIRST, _DAY_FIRST):
        match = pattern.search(line)
        if match:
            beside = line[: match.start()], line[match.end() :]
            return all(_BESIDE_A_DATE.fullmatch(words) for words in beside)
    return False


def date_in_text(text: str) -> str | None:
    """The date at the top of a text: in a short line of its own, or in a dateline.

    Args:
        text: An article, headline first.

    Returns:
        ISO 8601 date, None if there is none; dates in sentences are no dates of publication.
    """
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    for line in lines[1:_LINES_AT_THE_TOP]:
        day = _date_within(line if len(line) <= _SHORT_LINE else _dateline(line))
        if day is not None:
            return day.isoformat()
    return None


_NAMES: dict[DateSource, str] = {
    "given": "given date",
    "page": "own date",
    "feed": "date in the feed",
    "front matter": "date in the front matter",
    "url": "date in the url",
    "text": "date in the text",
}


def _fault(day: date | None, latest: date) -> str | None:
    if day is None:
        return "is no date that can be read"
    if day > latest:
        return "lies in the future"
    return f"lies before {EARLIEST.year}" if day < EARLIEST else None


def _date_within(words: str) -> date | None:
    for pattern in (_ISO_DAY, _MONTH_FIRST, _DAY_FIRST):
        match = pattern.search(words)
        if match:
            return _day(match)
    return None


def _dateline(line: str) -> str:
    """`WASHINGTON, May 14, 2025 -- ` of a paragraph, empty if it has none."""
    head = line[:_DATELINE]
    for dash in (" -- ", " — ", " \N{EN DASH} ", " - "):
        place, found, _ = head.partition(dash)
        if found and place[:3].isupper():
            return place
    return ""


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    return _valid(int(match["year"]), number, int(match["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shown(value: str) -> str:
    return f'"{value[:40]}"' if len(value) <= 40 else f'"{value[:40]}..."'
