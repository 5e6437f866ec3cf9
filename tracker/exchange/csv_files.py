r"""Tables as CSV that spreadsheets open without harm and that reads back exactly.

RFC 4180 in UTF-8. An empty cell is NULL. Text that is empty, or begins with a backslash or with
what a spreadsheet would take for the beginning of a formula, has a backslash put before it, which
is taken away on the way back: `=1+1` is written `\=1+1`, the empty text `\`.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from tracker.exchange.formats import (
    BATCH_ROWS,
    Batch,
    Batches,
    check_columns,
    kinds,
    unreadable,
)

_GUARDED = tuple("\\=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_LONGEST_CELL = 2**31 - 1
_BOOLEANS = {"true": True, "false": False}


def write(path: Path, table: Table, batches: Batches) -> None:
    """Write a table: a line of names, then one for each row."""
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="") as stream:
        # The line ending tells Python's writer that both its characters need quotes in a cell.
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(names)
        for batch in batches():
            writer.writerows([_cell(row[name]) for name in names] for row in batch)


def read(path: Path, table: Table) -> Iterator[Batch]:
    """Read a table.

    Raises:
        InputError: A line is not a row of it.
    """
    csv.field_size_limit(_LONGEST_CELL)
    columns = kinds(table)
    with path.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream, strict=True)
        try:
            check_columns(next(lines, None), table)
            while batch := [_row(cells, columns) for cells in islice(lines, BATCH_ROWS)]:
                yield batch
        except (ValueError, KeyError, csv.Error) as error:
            raise unreadable(f"{path}:{lines.line_num}", table, error) from None


def _row(cells: list[str], columns: dict[str, type]) -> dict[str, Any]:
    return {name: _value(cell, columns[name]) for name, cell in zip(columns, cells, strict=True)}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"\\{value}" if not value or value.startswith(_GUARDED) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _value(cell: str, kind: type) -> Any:
    if not cell:
        return None
    if kind is str:
        return cell.removeprefix("\\")
    if kind is bool:
        return _BOOLEANS[cell]
    if kind is datetime:
        return datetime.fromisoformat(cell)
    return date.fromisoformat(cell) if kind is date else int(cell)
