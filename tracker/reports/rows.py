"""Small helpers to turn rows of views into what people read."""

from datetime import date
from typing import Any

from tracker.listing import Listing

SUPPORT_SAID = """
CASE w.basis
  WHEN 'official' THEN w.support || CASE w.support WHEN 1 THEN ' cosponsor' ELSE ' cosponsors' END
  ELSE c.says
END"""
"""What a count in whip_count `w` says: how many are on record, else its claim `c`."""


def dicts(listing: Listing) -> list[dict[str, Any]]:
    """The rows as dictionaries."""
    return [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]


def in_words(says: str, condition: str | None = None, body: str | None = None) -> str:
    """What a claim says, with the name of the body and the condition that it hangs on."""
    where = f" in {body}" if body else ""
    return f"{says}{where}, {condition}" if condition else f"{says}{where}"


def moment(stored: object) -> str | None:
    """A time of storing as people read it, the same from every database."""
    return None if stored is None else f"{str(stored)[:19]} UTC"


def support_in_words(row: dict[str, Any], seats: str = "") -> str:
    """A count of support, of how many seats, and whether official records or the press tell it."""
    return f"{row['said']}{seats} {'on record' if row['basis'] == 'official' else 'told'}"


def against_rules(rows: list[dict[str, Any]]) -> str:
    """One count of support against several rules: the votes needed, the margin in brackets."""
    rules = "; ".join(f"{row['rule']} {row['required']} ({row['margin']:+d})" for row in rows)
    return f"{rows[0]['support']}: {rules}"


def days_since(day: object, as_of: date | None) -> int | None:
    """Days from a day to `as_of`, or to today; None if the day is not known."""
    if day is None:
        return None
    begun = day if isinstance(day, date) else date.fromisoformat(str(day))
    today = as_of or date.today()  # noqa: DTZ011  days are counted where the user is
    return (today - begun).days
