"""The formats of an export: how the rows of a table are written to a file and read back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from tracker.errors import InputError

if TYPE_CHECKING:
    from sqlalchemy import Table

Batch = list[dict[str, Any]]
"""Some rows of a table: Python values by the names of all its columns."""

Batches = Callable[[], Iterator[Batch]]
"""The rows of a table from the beginning, in the order of its primary key, at each call."""

BATCH_ROWS = 500
"""Few, because a row may hold a long article."""


class Codec(Protocol):
    """How one format writes and reads a table; each module of a format has these functions."""

    def write(self, path: Path, table: "Table", batches: Batches) -> None:
        """Add the rows of a table to its file."""

    def read(self, path: Path, table: "Table") -> Iterator[Batch]:
        """The rows of a table from its file.

        Raises:
            InputError: The file does not hold rows of that table.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exports.

    Attributes:
        name: What `--format` calls it.
        module: Module of its functions, imported when it is used.
        file: Name of the file of a table, with `{table}` where the table's name goes.
    """

    name: str
    module: str
    file: str

    @property
    def codec(self) -> Codec:
        """Its functions."""
        return cast(Codec, import_module(self.module))

    def file_of(self, table: str) -> str:
        """Name of the file that holds a table."""
        return self.file.format(table=table)


FORMATS = {
    each.name: each
    for each in (
        Format("csv", "tracker.exchange.csv_files", "{table}.csv"),
        Format("jsonl", "tracker.exchange.jsonl_files", "{table}.jsonl"),
        Format("parquet", "tracker.exchange.parquet_files", "{table}.parquet"),
        Format("sqlite", "tracker.exchange.sqlite_file", "store.sqlite"),
    )
}
"""Every format by its name."""


def kinds(table: "Table") -> dict[str, type]:
    """The Python type of the values of each column, by its name."""
    from sqlalchemy.types import TypeDecorator

    return {
        column.name: (
            column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
        ).python_type
        for column in table.columns
    }


def check_columns(found: object, table: "Table") -> None:
    """Refuse names that are not those of the table's columns.

    Raises:
        ValueError: They are not.
    """
    if found != [column.name for column in table.columns]:
        raise ValueError("the columns are not those of the table")


def unreadable(where: object, table: "Table", reason: object) -> InputError:
    """What to raise where a file does not hold rows of a table."""
    return InputError(
        f"no row of {table.name}: {reason}", where=str(where), cure="export the store again"
    )
