"""Limits that a child process lays on itself. Stands alone: children load it by its path."""

import json
import resource
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

_LARGEST_FILE = 1_000_000
"""Enough for the shared index that SQLite keeps beside a store in WAL mode, for nothing else."""


def confine(memory: int, seconds: float) -> None:
    """Limit memory (bytes), processor time and file sizes of this process for good."""
    processor = int(seconds) + 2
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))


class Collected:
    """Rows taken up to a number and a size.

    Attributes:
        rows: The rows, as values that JSON knows.
        cut: `rows` or `bytes`, whichever limit left rows out; None if all are there.
    """

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.cut: str | None = None

    def take(self, source: Iterable[Sequence[Any]], rows: int, size: int) -> None:
        """Take rows until the source ends or a limit is reached."""
        taken = 0
        for values in source:
            if len(self.rows) == rows:
                self.cut = "rows"
                return
            cells = [_json_value(value) for value in values]
            taken += sum(_sizes(cells))
            if taken > size:
                self.cut = "bytes"
                return
            self.rows.append(cells)


def _sizes(cells: list[Any]) -> Iterator[int]:
    for cell in cells:
        if isinstance(cell, str):
            yield len(cell)
        else:
            yield len(cell["hex"]) // 2 if isinstance(cell, dict) else 8


def _json_value(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (bytes, memoryview)):
        return {"hex": bytes(value).hex()}
    if isinstance(value, Decimal):
        number = int(value) if value == value.to_integral_value() else float(value)
        return number if Decimal(repr(number)) == value else str(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, default=str, ensure_ascii=False)
    return str(value)
