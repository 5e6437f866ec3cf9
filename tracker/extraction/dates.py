"""Dates as the text gives them, and what day they mean beside the day of publication.

A date is only as exact as its words: "last month" is a month, "last week" no date at all.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>(?:1[789]|20)\d\d)\b"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple|several|many)(?: of)?)"
)
_PART = r"(?:(?:early|late|mid|earlier|later|the (?:start|beginning|end) of|the end of)[ -])?"

# Each form with examples; all are linear, with bounded repeats only.
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # 2025-05-14
        ("iso", r"\b(?P<year>\d{4})-(?P<monthno>\d\d)-(?P<day>\d\d)\b"),
        # May 14, 2025; Sept. 25, 1789; Feb. 23; May 14th
        (
            "day",
            rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.:]?\d|%)(?:,? {_YEAR})?",
        ),
        # 14 May 2025; the 14th of May
        (
            "day",
            (
                r"(?<![\d.,])\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?"
                rf" {_MONTH}(?!\w)(?:,? {_YEAR})?"
            ),
        ),
        # January 2024; January of 2020
        ("month", rf"\b{_MONTH},?(?: of)? {_YEAR}"),
        # November of last year; June this year; December last year
        (
            "month of year",
            (
                rf"\b{_MONTH},?(?: of)? (?i:(?P<which>last|this|next|that|the same|the previous))"
                r" (?i:year)\b"
            ),
        ),
        # last Monday, next Tuesday, this Friday, the Thursday before, the following Monday
        (
            "weekday",
            (
                r"\b(?:(?i:(?P<which>last|next|this|coming|that|the previous|the following"
                rf"|(?:the )?same)) )?{_WEEKDAY}(?: (?P<after>before|after)\b(?= ?[.,;]))?"
            ),
        ),
        # last June, in June, this February, the August decision
        (
            "bare month",
            (
                r"\b(?i:(?P<which>last|next|this|that|in|since|early|late|mid|earlier in|later in"
                r"|by|until|through|from|during|the|its|their|his|and|or))[ -]"
                rf"(?:early |late |mid-|the month of )?{_MONTH}(?![\w-])(?! \d)"
            ),
        ),
        # last month, this year, earlier this month, the end of the year
        (
            "period",
            (
                rf"\b{_PART}(?i:(?P<which>last|this|next|previous|the same|that|the previous"
                r"|the following|the end of the))(?: (?:current|calendar|fiscal))?"
                r" (?P<unit>month|year)\b"
            ),
        ),
        # last week, over the weekend, in the coming days, within hours, in recent weeks
        (
            "span",
            (
                r"\b(?i:(?:last|this|next|past|previous|coming|following|recent|same|the) "
                r"(?:few |couple of |several )?(?:weekend|weeks?\b(?! of)"
                r"|days\b(?! of)|hours\b(?! of)"
                r"|months\b(?! of)|years\b(?! of)|winter|spring|summer|autumn|fall|session|decade)"
                r"|(?:within|in) (?:hours|days|weeks|months)|(?:days|weeks|months|years|hours) "
                r"(?:ago|earlier|later|before|after))\b"
            ),
        ),
        # two days ago, a year ago, a day earlier, three weeks later
        (
            "ago",
            (
                rf"\b(?i:{_COUNT})[ -](?P<unit>day|week|month|year|hour)s?"
                r" (?P<after>ago|earlier|later|(?:before|after)(?= ?[.,;]))\b"
            ),
        ),
        # a day after he signed the bill: what follows was that much earlier
        (
            "offset",
            (
                rf"\b(?i:{_COUNT})(?: mere| full)?[ -](?P<unit>day|month|year)s?"
                r" (?P<after>before|after)\b(?! ?[.,;])"
            ),
        ),
        # on this day in 1791
        ("anniversary", rf"\b(?i:on this (?:day|date)) in {_YEAR}"),
        # today, yesterday, this morning, last night
        (
            "relative",
            (
                r"\b(?i:(?P<word>today|yesterday|tomorrow|tonight"
                r"|(?:late |early )?(?:this|last|yesterday|tomorrow)"
                r" (?:morning|afternoon|evening|night)))\b"
            ),
        ),
        # that day, the same day, later in the day, the next day, the day before, at 10:30 am
        (
            "narrated",
            (
                r"\b(?i:(?P<word>(?:that|the same|that same|the very same|that very)"
                r" (?:day|evening|night|morning|afternoon)|(?:later|earlier) in the day"
                r"|the (?:day|morning) (?:before|after)"
                r"|the (?:next|following|previous) (?:day|morning)"
                r"|at \d{1,2}(?::\d\d)? ?[ap]\.?m\b))"
            ),
        ),
        # in 2018, since 1999, by mid-2020, back in 2014
        (
            "year",
            (
                r"(?<!Act )(?<!Resolution )\b"
                r"(?i:in|since|during|until|through|by|from|of|early|late|mid|back in)"
                rf"[ -](?:early |late |mid-)?{_YEAR}(?![-/]\d)"
            ),
        ),
        # the 2017 vote, its 2015 decision
        ("year", rf"\b(?i:the|its|his|her|their|a|'s|after|following) {_YEAR}(?= [a-z])"),
    )
)
# Where two forms begin at the same words, the longer holds; side by side, the more exact.
_RANK = {
    name: rank
    for rank, name in enumerate(
        (
            *("iso", "day", "anniversary", "weekday", "relative", "narrated", "offset"),
            *("month", "month of year", "bare month", "ago", "period", "year", "span"),
        )
    )
}
# Days by which an article may tell of what came after its date: pages are updated.
_UPDATED = 30
_BESIDE = re.compile(r",? ?(?:\(|on |in |of |the )?")
_DATELINE_END = re.compile(
    r"[)\]]? ?(?:\((?:[A-Z][\w.]*|AP|AFP)(?: [\w.]+){0,3}\) ?)?(?:-{1,2}|\u2014|:|\|)"
)
_TO_COME = re.compile(
    r"(?i)\b(?:for|by|as early as|as soon as|no later than|until|come)(?: late| early)? $"
)
_LEAD = re.compile(
    r"(?i)(?:in|on|since|by|until|through|from|during|after|following|early|late|mid|the|of)\b"
    r"(?=[ -])"
)
_NOT_THE_EVENTS = re.compile(
    r"(?i)\b(?:until|till|before|after|through|to|between|following|prior to|ahead of)"
    r"(?: at least)?(?: the| last| late| early)? $"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell a date: their offsets, their form, and the parts that were read.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last.
        form: Name of the form that matched.
        parts: What was read, by name.
        to_come: Whether the preposition before it points ahead ("scheduled for Tuesday").
        beside: Whether it only bounds the event ("until July", "before Friday").
        dateline: Whether it opens the article ("WASHINGTON, June 18 (Reuters) -").
    """

    start: int
    end: int
    form: str
    parts: tuple[tuple[str, str], ...]
    to_come: bool = False
    beside: bool = False
    dateline: bool = False

    def get(self, name: str) -> str | None:
        """One part as written, None if the words do not have it."""
        return dict(self.parts).get(name)

    def resolve(
        self,
        published: date | None,
        *,
        future: bool,
        told: date | None = None,
        told_year: int | None = None,
    ) -> str | None:
        """The date in ISO 8601, only as exact as the words are.

        Args:
            published: Day of publication, None if unknown; then only full dates resolve.
            future: Whether the event is still to come, which decides "Monday" and "in June".
            told: The day that the text spoke of before, for "that day" and "a day later".
            told_year: The year that it spoke of before, for "that February".
        """
        try:
            frame = _Frame(published, future or self.to_come, told, told_year)
            return _RESOLVERS[self.form](self, frame)
        except OverflowError:  # "999 years ago" leaves the calendar
            return None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a date is read against."""

    published: date | None
    future: bool
    told: date | None
    told_year: int | None


def find_dates(folded: str) -> tuple[DateMention, ...]:
    """Every date in the folded text, in order; of two that overlap or touch, the exacter."""
    found: list[DateMention] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(folded):
            parts = tuple((k, v) for k, v in match.groupdict().items() if v is not None)
            found.append(DateMention(match.start(), match.end(), form, parts))
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if _RANK[mention.form] < _RANK[kept[-1].form] and mention.end > kept[-1].end:
                kept[-1] = replace(mention, start=kept[-1].start)
        elif kept and _BESIDE.fullmatch(folded, kept[-1].end, mention.start):
            kept[-1] = _merged(kept[-1], mention)
        else:
            kept.append(mention)
    return tuple(_in_context(mention, folded) for mention in kept)


def _merged(one: DateMention, other: DateMention) -> DateMention:
    """Two dates side by side are one: "Wednesday, Nov. 1", "a week ago, on 10 November"."""
    better = other if _RANK[other.form] < _RANK[one.form] else one
    return replace(better, start=one.start, end=other.end)


def _in_context(mention: DateMention, folded: str) -> DateMention:
    """What the preposition before a date says of it, and whether it is the dateline's."""
    opening = _LEAD.match(folded, mention.start, mention.end)
    if opening is not None:
        before = opening.group().lower() + " "
    else:
        before = folded[max(0, mention.start - 24) : mention.start]
    return replace(
        mention,
        to_come=bool(_TO_COME.search(before)),
        beside=bool(_NOT_THE_EVENTS.search(before)) and mention.form != "narrated",
        dateline=mention.form in ("day", "iso", "weekday") and _opens(mention, folded),
    )


def _opens(mention: DateMention, folded: str) -> bool:
    """Whether a date stands in a dateline: near its line's start, a dash or agency after it."""
    if _DATELINE_END.match(folded, mention.end) is None:
        return False
    line = folded.rfind("\n", max(0, mention.start - 60), mention.start) + 1
    if not line and mention.start > 60:
        return False
    place = folded[line : mention.start].strip(" ,(-")
    return not any(word.islower() for word in place.split())


def parse_day(text: str | None) -> date | None:
    """A full ISO 8601 date, None where there is none or it is not a day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def dateline_day(dates: tuple[DateMention, ...]) -> date | None:
    """The full date of the article's own dateline, None if it has none with a year."""
    lines = (m for m in dates[:6] if m.dateline and m.get("year"))
    return next((parse_day(m.resolve(None, future=False)) for m in lines), None)


def latest_year(dates: tuple[DateMention, ...]) -> int | None:
    """The latest year that the text names in a date, for an article without a date of its own."""
    years = [int(year) for m in dates if (year := m.get("year")) and not m.to_come]
    return max(years, default=None)


def dates_between(dates: tuple[DateMention, ...], start: int, end: int) -> tuple[DateMention, ...]:
    """Those that begin in a range of characters."""
    first = bisect_right(dates, start - 1, key=lambda m: m.start)
    last = bisect_right(dates, end - 1, key=lambda m: m.start)
    return dates[first:last]


def _iso(mention: DateMention, _: _Frame) -> str | None:
    year, month, day = (int(mention.get(k) or 0) for k in ("year", "monthno", "day"))
    return _day(year, month, day)


def _full_day(mention: DateMention, frame: _Frame) -> str | None:
    month, day = _month_number(mention), int(mention.get("day") or 0)
    if year := mention.get("year"):
        return _day(int(year), month, day)
    if frame.published is None:
        return None
    best = _day(frame.published.year, month, day)
    if best is None:
        return None
    moment = date.fromisoformat(best)
    if not frame.future and moment > frame.published + timedelta(days=_UPDATED):
        return _day(frame.published.year - 1, month, day)
    if frame.future and moment < frame.published - timedelta(days=60):
        return _day(frame.published.year + 1, month, day)
    return best


def _month(mention: DateMention, _: _Frame) -> str | None:
    return f"{mention.get('year')}-{_month_number(mention):02d}"


def _month_of_year(mention: DateMention, frame: _Frame) -> str | None:
    which = (mention.get("which") or "").lower()
    if which in ("that", "the same", "the previous"):
        base = frame.told_year
    else:
        base = frame.published.year if frame.published else None
    if base is None:
        return None
    year = base + {"last": -1, "next": 1, "the previous": -1}.get(which, 0)
    return f"{year}-{_month_number(mention):02d}"


def _bare_month(mention: DateMention, frame: _Frame) -> str | None:
    which = (mention.get("which") or "").lower()
    if which == "that" and frame.told_year is not None:
        return f"{frame.told_year}-{_month_number(mention):02d}"
    if frame.published is None:
        return None
    month, year, now = _month_number(mention), frame.published.year, frame.published.month
    if which == "last" and month >= now:
        year -= 1
    elif which == "next" and month <= now:
        year += 1
    elif which not in ("last", "next", "this"):
        if frame.future and month < now:
            year += 1
        elif not frame.future and month > now:
            year -= 1
    return f"{year}-{month:02d}"


def _weekday(mention: DateMention, frame: _Frame) -> str | None:
    which = (mention.get("which") or mention.get("after") or "").lower()
    target = _WEEKDAYS.index((mention.get("weekday") or "").lower())
    if which in ("that", "the previous", "the following", "same", "the same", "before", "after"):
        base = frame.told or frame.published
        step = 1 if which in ("the following", "after") else -1 if "same" not in which else 0
    else:
        base = frame.published
        step = 1 if frame.future else -1
    if base is None:
        return None
    forward, back = (target - base.weekday()) % 7, (base.weekday() - target) % 7
    if which == "next":
        # "Next Wednesday", said on a Monday, is not the one two days off.
        same_week = base.weekday() + forward < 7
        return (base + timedelta(days=forward + (7 if same_week else 0))).isoformat()
    if which in ("before", "the previous", "last"):
        return (base - timedelta(days=back or 7)).isoformat()
    if which in ("after", "the following"):
        return (base + timedelta(days=forward or 7)).isoformat()
    if step > 0 or which == "coming":
        return (base + timedelta(days=forward)).isoformat()
    return (base - timedelta(days=back)).isoformat()


def _period(mention: DateMention, frame: _Frame) -> str | None:
    which = (mention.get("which") or "").lower()
    narrated = which in ("the same", "that", "the previous", "the following")
    base = frame.told or frame.published if narrated else frame.published
    if base is None:
        return None
    step = {"last": -1, "previous": -1, "next": 1, "the previous": -1, "the following": 1}
    if mention.get("unit") == "year":
        return str(base.year + step.get(which, 0))
    return _shift_month(base, step.get(which, 0))


def _ago(mention: DateMention, frame: _Frame) -> str | None:
    after = (mention.get("after") or "").lower()
    base = frame.published if after == "ago" else frame.told or frame.published
    count = _count(mention.get("count") or "")
    if base is None or count is None:
        return None
    sign = 1 if after in ("later", "after") else -1
    unit = mention.get("unit")
    if unit == "day":
        return (base + timedelta(days=sign * count)).isoformat()
    if unit == "month":
        return _shift_month(base, sign * count)
    if unit == "year":
        year = base.year + sign * count
        return str(year) if MINYEAR <= year <= MAXYEAR else None
    return None


def _offset(mention: DateMention, frame: _Frame) -> str | None:
    """The day of what is told after "a day after", counted back from `told`."""
    base, count = frame.told or frame.published, _count(mention.get("count") or "")
    if base is None or count is None:
        return None
    sign = -1 if (mention.get("after") or "").lower() == "after" else 1
    if mention.get("unit") == "day":
        return (base + timedelta(days=sign * count)).isoformat()
    if mention.get("unit") == "month":
        return _shift_month(base, sign * count)
    return str(base.year + sign * count)


def _anniversary(mention: DateMention, frame: _Frame) -> str | None:
    if frame.published is None:
        return mention.get("year")
    return _day(int(mention.get("year") or 0), frame.published.month, frame.published.day)


def _relative(mention: DateMention, frame: _Frame) -> str | None:
    if frame.published is None:
        return None
    word = (mention.get("word") or "").lower()
    step = 0
    if "yesterday" in word or word.endswith("last night"):
        step = -1
    elif "tomorrow" in word:
        step = 1
    return (frame.published + timedelta(days=step)).isoformat()


def _narrated(mention: DateMention, frame: _Frame) -> str | None:
    base = frame.told
    if base is None:
        return None
    word = (mention.get("word") or "").lower()
    step = 0
    if "before" in word or "previous" in word:
        step = -1
    elif "next" in word or "following" in word or "after" in word.split():
        step = 1
    return (base + timedelta(days=step)).isoformat()


def _year(mention: DateMention, _: _Frame) -> str | None:
    return mention.get("year")


def _span(_mention: DateMention, _: _Frame) -> None:
    """Spans about a week long tell no date, but they do tell that no other date is meant."""


_RESOLVERS: dict[str, Callable[[DateMention, _Frame], str | None]] = {
    "iso": _iso,
    "offset": _offset,
    "anniversary": _anniversary,
    "day": _full_day,
    "month": _month,
    "month of year": _month_of_year,
    "bare month": _bare_month,
    "weekday": _weekday,
    "period": _period,
    "span": _span,
    "ago": _ago,
    "relative": _relative,
    "narrated": _narrated,
    "year": _year,
}


def _month_number(mention: DateMention) -> int:
    return _MONTH_NUMBERS[(mention.get("month") or "")[:3].lower()]


def _count(words: str) -> int | None:
    """A small number in words or digits; None where it is vague ("a few")."""
    lower = words.lower()
    if lower.isdigit():
        return int(lower)
    return 1 if lower in ("a", "an") else _NUMBERS.get(lower)


def _day(year: int, month: int, day: int) -> str | None:
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _shift_month(moment: date, months: int) -> str:
    index = moment.year * 12 + moment.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
