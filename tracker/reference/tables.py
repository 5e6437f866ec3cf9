"""Rows of CSV files, as the columns of a table want them."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from tracker.errors import InputError


@dataclass(frozen=True)
class CsvRow:
    """A row of a CSV file.

    Attributes:
        file: Name of the file, for messages.
        line: Number of its line.
        cells: Its cells by column, empty ones left out.
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def error(self, what: str) -> InputError:
        """An error about this row."""
        return InputError(what, where=f"{self.file}:{self.line}", cure="correct the row")


def read_csv(path: Path, required: Sequence[str] = ()) -> Iterator[CsvRow]:
    """Read a CSV file with a header.

    Args:
        path: The file, in UTF-8.
        required: Columns that it must have.

    Raises:
        InputError: It cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [column for column in required if column not in (reader.fieldnames or ())]
            if missing:
                raise InputError(
                    f'no column "{missing[0]}"',
                    where=str(path),
                    cure=f"give a CSV with the columns {', '.join(required)}",
                )
            for row in reader:
                cells = {name: cell.strip() for name, cell in row.items() if name and cell}
                yield CsvRow(path.name, reader.line_num, cells)
    except OSError as error:
        raise InputError(str(error.strerror), where=str(path)) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"not a CSV file in UTF-8: {error}", where=str(path)) from None


def converted(row: CsvRow, table: Table) -> dict[str, Any]:
    """The cells that `table` has columns for, in the types of those columns.

    Raises:
        InputError: A cell is not of the type, or one is empty that must not be.
    """
    values: dict[str, Any] = {}
    for column in table.columns:
        cell = row.cells.get(column.name)
        if cell is None and not column.nullable and column.name != "id":
            raise row.error(f'"{column.name}" is empty')
        read, word = _READERS.get(column.type.python_type, (str, "text"))
        try:
            values[column.name] = None if cell is None else read(cell)
        except ValueError:
            raise row.error(f'"{cell}" is no {word}') from None
    return values


def _boolean(cell: str) -> bool:
    if cell not in {"0", "1"}:
        raise ValueError(cell)
    return cell == "1"


_READERS: dict[type, tuple[Callable[[str], Any], str]] = {
    int: (int, "whole number"),
    bool: (_boolean, "truth value (0 or 1)"),
    date: (date.fromisoformat, "date (YYYY-MM-DD)"),
}
"""What reads the cells of a column that is no text, and what they are called."""
