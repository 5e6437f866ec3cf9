"""The US Congress: which one sat on a day, and which chamber a number belongs to."""

from datetime import date


def congress_on(day: date) -> int:
    """Number of the Congress of `day`; a new one begins on 3 January of each odd year."""
    year = day.year if (day.month, day.day) >= (1, 3) else day.year - 1
    return (year - 1789) // 2 + 1


def congress_days(congress: int) -> tuple[date, date]:
    """First day of a Congress, and first day of the next."""
    year = 1789 + 2 * (congress - 1)
    return date(year, 1, 3), date(year + 2, 1, 3)


def chamber_of(number: str) -> str:
    """Body that a bill of that number was introduced in: `us-senate` or `us-house`."""
    return "us-senate" if number.startswith("s") else "us-house"
