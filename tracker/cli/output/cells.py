"""One cell as text, the same in every format, and as a JSON value."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from tracker.listing import Cell, Listing


def as_text(cell: Cell) -> str:
    """The cell as text: nothing for NULL, ISO 8601 for dates, hexadecimal for bytes."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell.hex() if isinstance(cell, bytes) else str(cell)


def as_json(cell: Cell) -> Any:
    """The cell as a value that JSON knows; numbers that JSON cannot hold become text."""
    if isinstance(cell, Decimal):
        return float(cell) if Decimal(repr(float(cell))) == cell else str(cell)
    if isinstance(cell, float) and not isfinite(cell):
        return str(cell)
    if cell is None or isinstance(cell, (bool, int, float, str)):
        return cell
    return as_text(cell)


def numeric_columns(listing: Listing) -> tuple[bool, ...]:
    """For each column, whether every value in it is a number (and there is one)."""
    return tuple(
        _all_numbers(row[index] for row in listing.rows) for index in range(len(listing.columns))
    )


def _all_numbers(cells: Iterable[Cell]) -> bool:
    seen = False
    for cell in cells:
        if cell is None:
            continue
        if isinstance(cell, bool) or not isinstance(cell, (int, float, Decimal)):
            return False
        seen = True
    return seen
