"""Tables as lines of JSON: one object a row, its keys the columns, dates and times ISO 8601."""

import json
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


def write(path: Path, _table: Table, batches: Batches) -> None:
    """Write a table, one line a row."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for batch in batches():
            stream.writelines(
                json.dumps(row, ensure_ascii=False, default=_iso) + "\n" for row in batch
            )


def read(path: Path, table: Table) -> Iterator[Batch]:
    """Read a table.

    Raises:
        InputError: A line is not a row of it.
    """
    columns = kinds(table)
    with path.open(encoding="utf-8", newline="\n") as stream:
        number = 0
        try:
            while lines := list(islice(stream, BATCH_ROWS)):
                batch = []
                for line in lines:
                    number += 1
                    batch.append(_row(json.loads(line), columns, table))
                yield batch
        except (ValueError, TypeError, RecursionError) as error:
            raise unreadable(f"{path}:{number}", table, error) from None


def _row(found: dict[str, Any], columns: dict[str, type], table: Table) -> dict[str, Any]:
    check_columns([name for name in columns if name in found], table)
    return {name: _value(value, columns[name]) for name, value in found.items()}


def _value(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _iso(value: date) -> str:
    return value.isoformat()
