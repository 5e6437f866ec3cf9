"""What day, month or year the words of a date mean beside the day of publication."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
_PAST = ("last", "past", "this past")
_COMING = ("next", "coming", "this coming")
# Days by which an article may tell of what came after its date: pages are updated.
_UPDATED = 30


# What was read of a date, by name: "month", "day", "which".
_Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date is read against.

    Attributes:
        published: Day of publication, None if unknown; then only full dates mean something.
        future: Whether the event is still to come, which decides "Monday" and "in June".
        told: The day that the text spoke of before, for "that day" and "a day later".
        told_year: The year that it spoke of before, for "that February".
        near: Whether it was to come at a time past ("was expected in June"): then the nearest.
    """

    published: date | None
    future: bool
    told: date | None = None
    told_year: int | None = None
    near: bool = False


def resolve(form: str, parts: _Parts, frame: Frame) -> str | None:
    """The date that words of a form mean, in ISO 8601, only as exact as the words are."""
    try:
        return _RESOLVERS[form](parts, frame)
    except OverflowError:  # "999 years ago" leaves the calendar
        return None


def _iso(part: _Parts, _: Frame) -> str | None:
    year, month, day = (int(part.get(k) or 0) for k in ("year", "monthno", "day"))
    return _day(year, month, day)


def _full_day(part: _Parts, frame: Frame) -> str | None:
    month, day = _month_number(part), int(part.get("day") or 0)
    if year := part.get("year"):
        return _day(int(year), month, day)
    if frame.published is None:
        return None
    best = _day(frame.published.year, month, day)
    if best is None:
        return None
    moment = date.fromisoformat(best)
    if not frame.future and moment > frame.published + timedelta(days=_UPDATED):
        return _day(frame.published.year - 1, month, day)
    if frame.future and not frame.near and moment < frame.published - timedelta(days=60):
        return _day(frame.published.year + 1, month, day)
    return best


def _month(part: _Parts, _: Frame) -> str | None:
    return f"{part.get('year')}-{_month_number(part):02d}"


def _month_of_year(part: _Parts, frame: Frame) -> str | None:
    which = (part.get("which") or "").lower()
    if which in ("that", "the same", "the previous"):
        base = frame.told_year
    else:
        base = frame.published.year if frame.published else None
    if base is None:
        return None
    year = base + {"last": -1, "next": 1, "the previous": -1}.get(which, 0)
    return f"{year}-{_month_number(part):02d}"


def _bare_month(part: _Parts, frame: Frame) -> str | None:
    which = (part.get("which") or "").lower()
    if which == "that" and frame.told_year is not None:
        return f"{frame.told_year}-{_month_number(part):02d}"
    if frame.published is None:
        return None
    month, year, now = _month_number(part), frame.published.year, frame.published.month
    if which in _PAST and month >= now:
        year -= 1
    elif which in _COMING and month <= now:
        year += 1
    elif which not in (*_PAST, *_COMING, "this"):
        if frame.near:
            return f"{_nearest_year(frame.published, month)}-{month:02d}"
        if frame.future and month < now:
            year += 1
        elif not frame.future and month > now:
            year -= 1
    return f"{year}-{month:02d}"


def _nearest_year(day: date, month: int) -> int:
    """The year of the month of a name that lies nearest to a day."""
    return min(
        (day.year - 1, day.year, day.year + 1),
        key=lambda year: abs((year - day.year) * 12 + month - day.month),
    )


def _ordinal(part: _Parts, frame: Frame) -> str | None:
    """What "on the 12th" means: of this month, else of the one beside it that fits the tense."""
    if frame.published is None:
        return None
    day, now = int(part.get("day") or 0), frame.published
    step = 0
    if frame.future and day < now.day:
        step = 1
    elif not frame.future and day > now.day:
        step = -1
    year, month = map(int, _shift_month(now, step).split("-"))
    return _day(year, month, day)


def _weekday(part: _Parts, frame: Frame) -> str | None:
    which = (part.get("which") or part.get("after") or "").lower()
    target = _WEEKDAYS.index((part.get("weekday") or "").lower())
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
    if which in ("before", "the previous", *_PAST):
        return (base - timedelta(days=back or 7)).isoformat()
    if which in ("after", "the following"):
        return (base + timedelta(days=forward or 7)).isoformat()
    if step > 0 or which in _COMING:
        return (base + timedelta(days=forward)).isoformat()
    return (base - timedelta(days=back)).isoformat()


def _period(part: _Parts, frame: Frame) -> str | None:
    which = (part.get("which") or "").lower()
    narrated = which in ("the same", "that", "the previous", "the following")
    base = frame.told or frame.published if narrated else frame.published
    if base is None:
        return None
    step = {"last": -1, "previous": -1, "next": 1, "the previous": -1, "the following": 1}
    if part.get("unit") == "year":
        return str(base.year + step.get(which, 0))
    return _shift_month(base, step.get(which, 0))


def _ago(part: _Parts, frame: Frame) -> str | None:
    after = (part.get("after") or "").lower()
    base = frame.published if after == "ago" else frame.told or frame.published
    count = _count(part.get("count") or "a")
    if base is None or count is None:
        return None
    sign = 1 if after in ("later", "after") else -1
    unit = part.get("unit")
    if unit == "day":
        return (base + timedelta(days=sign * count)).isoformat()
    if unit == "month":
        return _shift_month(base, sign * count)
    if unit == "year":
        year = base.year + sign * count
        return str(year) if MINYEAR <= year <= MAXYEAR else None
    return None


def _offset(part: _Parts, frame: Frame) -> str | None:
    """The day of what is told after "a day after", counted back from `told`."""
    base, count = frame.told or frame.published, _count(part.get("count") or "")
    if base is None or count is None:
        return None
    sign = -1 if (part.get("after") or "").lower() == "after" else 1
    if part.get("unit") == "day":
        return (base + timedelta(days=sign * count)).isoformat()
    if part.get("unit") == "month":
        return _shift_month(base, sign * count)
    return str(base.year + sign * count)


def _anniversary(part: _Parts, frame: Frame) -> str | None:
    if frame.published is None:
        return part.get("year")
    return _day(int(part.get("year") or 0), frame.published.month, frame.published.day)


def _relative(part: _Parts, frame: Frame) -> str | None:
    if frame.published is None:
        return None
    word = (part.get("word") or "").lower()
    step = 0
    if "yesterday" in word or word.endswith("last night"):
        step = -1
    elif "tomorrow" in word:
        step = 1
    return (frame.published + timedelta(days=step)).isoformat()


def _narrated(part: _Parts, frame: Frame) -> str | None:
    base = frame.told
    if base is None:
        return None
    word = (part.get("word") or "").lower()
    step = 0
    if "before" in word or "previous" in word:
        step = -1
    elif "next" in word or "following" in word or "after" in word.split():
        step = 1
    return (base + timedelta(days=step)).isoformat()


def _year(part: _Parts, _: Frame) -> str | None:
    return part.get("year")


def _span(_part: _Parts, _frame: Frame) -> None:
    """Spans about a week long tell no date, but they do tell that no other date is meant."""


_RESOLVERS: dict[str, Callable[[_Parts, Frame], str | None]] = {
    "iso": _iso,
    "offset": _offset,
    "anniversary": _anniversary,
    "day": _full_day,
    "ordinal": _ordinal,
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


def _month_number(part: _Parts) -> int:
    return _MONTH_NUMBERS[(part.get("month") or "")[:3].lower()]


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
