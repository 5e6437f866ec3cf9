"""All tables in one SQLite file, which is a store itself and can be used as one."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, Engine, Table, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from tracker.exchange.formats import Batch, Batches, unreadable
from tracker.exchange.rows import copy_rows, stored_rows
from tracker.store.schema import migrate


def write(path: Path, table: Table, batches: Batches) -> None:
    """Add a table to the store, which is made with the first."""
    new = not path.exists()
    with _engine(path, "rwc").begin() as connection:
        # Without a journal beside it and unsynced: nobody reads the file before it is whole.
        connection.exec_driver_sql("PRAGMA synchronous = OFF")
        if new:
            migrate(connection)
        copy_rows(connection, table, batches)


def read(path: Path, table: Table) -> Iterator[Batch]:
    """Read a table.

    Raises:
        InputError: The file is no store.
    """
    try:
        with _engine(path, "ro").connect() as connection:
            yield from stored_rows(connection, table)
    except (DBAPIError, ValueError) as error:
        raise unreadable(path, table, getattr(error, "orig", error)) from None


def _engine(path: Path, mode: str) -> Engine:
    # Not the store's own, whose journal would lie in files of its own beside it.
    file = path.absolute().as_uri()
    return create_engine(
        URL.create("sqlite", database=file, query={"mode": mode, "uri": "true"}),
        poolclass=NullPool,
    )
