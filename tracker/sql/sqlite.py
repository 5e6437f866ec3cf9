"""The gate to an SQLite store."""

import re
from collections.abc import Mapping
from pathlib import Path

from tracker.errors import DatabaseError
from tracker.sql.answer import Answer, Limits
from tracker.sql.child import ask

_INTEGER = re.compile(r"[+-]?(?:0|[1-9]\d{0,17})")
_REAL = re.compile(r"[+-]?\d{1,17}\.\d{1,17}")


def query(path: Path, text: str, parameters: Mapping[str, str], limits: Limits) -> Answer:
    """Run one reading statement on an SQLite file; see `tracker.sql.query`."""
    if not path.is_file():
        raise DatabaseError(
            "there is no store yet", where=str(path), cure="make it with `tracker db init`"
        )
    values = {name: _typed(value) for name, value in parameters.items()}
    request = {"path": str(path.absolute()), "text": text, "parameters": values}
    return ask("sqlite_child.py", request, limits, site=False)


def _typed(value: str) -> int | float | str:
    """A number where the value is written as one, for SQLite compares by type."""
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _REAL.fullmatch(value) else value
