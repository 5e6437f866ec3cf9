"""Dates as the text gives them, and what day they mean beside the day of publication.

A date is only as exact as its words: "last month" is a month, "last week" no date at all.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_NUMBERS["a"] = 1

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
# Each form with an example; all are linear, with bounded repeats only.
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # 2025-05-14
        ("iso", r"\b(?P<year>\d{4})-(?P<monthno>\d\d)-(?P<day>\d\d)\b"),
        # May 14, 2025; Sept. 25, 1789; Feb. 23; May 14th
        (
            "day",
            rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)(?:,? (?P<year>(?:1[789]|20)\d\d)\b)?",
        ),
        # 14 May 2025; 14th of May
        (
            "day",
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b,?(?: (?P<year>(?:1[789]|20)\d\d)\b)?",
        ),
        # January 2024; January of 2020
        ("month", rf"\b{_MONTH},?(?: of)? (?P<year>(?:1[789]|20)\d\d)\b"),
        # last Monday, next Tuesday, on Friday night
        (
            "weekday",
            r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming) )?"
            r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        ),
        # last June, in June, this February
        (
            "bare month",
            rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ii]n(?: early| late| mid)?|[Ss]ince|[Ee]arly|[Ll]ate"
            rf"|[Bb]y|[Uu]ntil) {_MONTH}(?!\w)",
        ),
        # last month, this year, earlier this month
        ("period", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious) (?P<unit>month|year|week)\b"),
        # two days ago, a year ago
        (
            "ago",
            r"\b(?P<count>\d{1,3}|[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight"
            r"|[Nn]ine|[Tt]en) (?P<unit>day|week|month|year)s? (?:ago|earlier)\b",
        ),
        ("relative", r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his morning|[Ll]ast night)\b"),
        # in 2018, of 2020, since 1999
        ("year", r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Dd]uring|[Uu]ntil|[Bb]y|[Ii]n early|[Ii]n late) (?P<year>(?:1[789]|20)\d\d)\b"),
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell a date: their offsets, their form, and the parts that were read."""

    start: int
    end: int
    form: str
    parts: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """One part as written, None if the words do not have it."""
        return dict(self.parts).get(name)

    def resolve(self, published: date | None, *, future: bool) -> str | None:
        """The date in ISO 8601, only as exact as the words are.

        Args:
            published: Day of publication, None if unknown; then only full dates resolve.
            future: Whether the event is still to come, which decides "Monday" and "in June".
        """
        return _RESOLVERS[self.form](self, published, future)


def find_dates(folded: str) -> tuple[DateMention, ...]:
    """Every date in the folded text, in order; where two forms overlap the longer holds."""
    found: list[DateMention] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(folded):
            parts = tuple((k, v) for k, v in match.groupdict().items() if v is not None)
            found.append(DateMention(match.start(), match.end(), form, parts))
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return tuple(kept)


def parse_day(text: str | None) -> date | None:
    """A full ISO 8601 date, None where there is none or it is not a day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _iso(mention: DateMention, published: date | None, future: bool) -> str | None:
    year, month, day = (int(mention.get(k) or 0) for k in ("year", "monthno", "day"))
    return _day(year, month, day)


def _full_day(mention: DateMention, published: date | None, future: bool) -> str | None:
    month, day = _month_number(mention), int(mention.get("day") or 0)
    if year := mention.get("year"):
        return _day(int(year), month, day)
    if published is None:
        return None
    best = _day(published.year, month, day)
    if best is None:
        return None
    moment = date.fromisoformat(best)
    if not future and moment > published + timedelta(days=2):
        return _day(published.year - 1, month, day)
    if future and moment < published - timedelta(days=60):
        return _day(published.year + 1, month, day)
    return best


def _month(mention: DateMention, published: date | None, future: bool) -> str | None:
    return f"{mention.get('year')}-{_month_number(mention):02d}"


def _bare_month(mention: DateMention, published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    month, year = _month_number(mention), published.year
    which = (mention.get("which") or "").lower()
    if which == "last" and month >= published.month:
        year -= 1
    elif which == "next" and month <= published.month:
        year += 1
    elif future and month < published.month:
        year += 1
    elif not future and which != "next" and month > published.month:
        year -= 1
    return f"{year}-{month:02d}"


def _weekday(mention: DateMention, published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    target = _WEEKDAYS.index((mention.get("weekday") or "").lower())
    which = (mention.get("which") or "").lower()
    forward = (target - published.weekday()) % 7
    back = (published.weekday() - target) % 7
    if which in ("next", "coming") or (future and which != "last"):
        return (published + timedelta(days=forward or (7 if which == "next" else 0))).isoformat()
    return (published - timedelta(days=back or (7 if which == "last" else 0))).isoformat()


def _period(mention: DateMention, published: date | None, future: bool) -> str | None:
    if published is None or mention.get("unit") == "week":
        return None
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[(mention.get("which") or "").lower()]
    if mention.get("unit") == "year":
        return str(published.year + step)
    return _shift_month(published, step)


def _ago(mention: DateMention, published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    words = (mention.get("count") or "").lower()
    count = int(words) if words.isdigit() else _NUMBERS[words]
    unit = mention.get("unit")
    if unit == "day":
        return (published - timedelta(days=count)).isoformat()
    if unit == "week":
        return (published - timedelta(days=7)).isoformat() if count == 1 else None
    if unit == "month":
        return _shift_month(published, -count)
    return str(published.year - count)


def _relative(mention: DateMention, published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    days = {"yesterday": -1, "last night": -1, "tomorrow": 1}
    return (published + timedelta(days=days.get((mention.get("word") or "").lower(), 0))).isoformat()


def _year(mention: DateMention, published: date | None, future: bool) -> str | None:
    return mention.get("year")


_RESOLVERS = {
    "iso": _iso,
    "day": _full_day,
    "month": _month,
    "bare month": _bare_month,
    "weekday": _weekday,
    "period": _period,
    "ago": _ago,
    "relative": _relative,
    "year": _year,
}


def _month_number(mention: DateMention) -> int:
    name = (mention.get("month") or "").lower().rstrip(".")
    return _MONTH_NUMBERS.get(name) or _MONTH_NUMBERS[name[:3]]


def _day(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year or 1, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _shift_month(moment: date, months: int) -> str:
    index = moment.year * 12 + moment.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
