"""Dates as the text gives them, and what day they mean beside the day of publication.

A date is only as exact as its words: "last month" is a month, "last week" no date at all.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from tracker.extraction import date_resolution
from tracker.extraction.date_forms import FORMS, RANK
from tracker.extraction.date_resolution import Frame

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
        near: bool = False,
    ) -> str | None:
        """The date in ISO 8601, only as exact as the words are; for the arguments see `Frame`."""
        frame = Frame(published, future or self.to_come, told, told_year, near)
        return date_resolution.resolve(self.form, dict(self.parts), frame)


def find_dates(folded: str) -> tuple[DateMention, ...]:
    """Every date in the folded text, in order; of two that overlap or touch, the exacter."""
    found: list[DateMention] = []
    for form, pattern in FORMS:
        for match in pattern.finditer(folded):
            parts = tuple((k, v) for k, v in match.groupdict().items() if v is not None)
            found.append(DateMention(match.start(), match.end(), form, parts))
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if RANK[mention.form] < RANK[kept[-1].form] and mention.end > kept[-1].end:
                kept[-1] = replace(mention, start=kept[-1].start)
        elif kept and _is_beside(kept[-1], mention, folded):
            kept[-1] = _merged(kept[-1], mention)
        else:
            kept.append(mention)
    return tuple(_in_context(mention, folded) for mention in kept)


def _is_beside(one: DateMention, other: DateMention, folded: str) -> bool:
    """Whether two dates tell the same day: not "on May 21, a day after it came into force"."""
    return other.form != "offset" and bool(_BESIDE.fullmatch(folded, one.end, other.start))


def _merged(one: DateMention, other: DateMention) -> DateMention:
    """Two dates side by side are one: "Wednesday, Nov. 1", "a week ago, on 10 November"."""
    better = other if RANK[other.form] < RANK[one.form] else one
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
