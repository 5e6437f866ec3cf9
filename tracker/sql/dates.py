"""Functions of dates for queries, the same on both databases.

SQLite gets them when a query is run; PostgreSQL has them from migration 0009. This is imported
by the program that runs queries on SQLite files, which has the standard library alone.
"""

import sqlite3
from datetime import UTC, date, datetime, timedelta

MEANINGS = {
    "days_ago(N)": "The day N days before today, to compare dates with.",
    "days_between(FIRST, LAST)": "Days from one day to another.",
    "month(DAY)": "Year and month of a day, as text such as 2025-05.",
}
"""What each of them gives, by how it is called."""
NAMES = frozenset(call.partition("(")[0] for call in MEANINGS)


def add_functions(connection: sqlite3.Connection) -> None:
    """Let queries on the connection call them."""
    connection.create_function("days_ago", 1, _days_ago)
    connection.create_function("days_between", 2, _days_between, deterministic=True)
    connection.create_function("month", 1, _month, deterministic=True)


def _days_ago(days: int | None) -> str | None:
    if days is None:
        return None
    return (datetime.now(tz=UTC).date() - timedelta(days=days)).isoformat()


def _days_between(first: str | None, last: str | None) -> int | None:
    if first is None or last is None:
        return None
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def _month(day: str | None) -> str | None:
    return None if day is None else day[:7]
