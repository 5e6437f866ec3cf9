"""Small helpers to write rows through SQLAlchemy Core."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, case, insert
from sqlalchemy.dialects import postgresql, sqlite

Values = Mapping[str, Any]


def utc_now() -> datetime:
    """The time, in UTC and without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def insert_row(connection: Connection, table: Table, values: Values) -> int:
    """Insert one row and return its id."""
    key = connection.execute(insert(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that all have the same columns; none is fine."""
    if rows:
        connection.execute(insert(table), list(rows))


def upsert(
    connection: Connection, table: Table, rows: Iterable[Values], key: Sequence[str]
) -> None:
    """Insert rows, or change those that have the same `key`; columns not given are left alone."""
    rows = list(rows)
    if not rows:
        return
    statement = _dialect_insert(connection, table)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in key}
    if changed:
        statement = statement.on_conflict_do_update(index_elements=key, set_=changed)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=key)
    connection.execute(statement, rows)


def insert_missing(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Insert the rows whose keys are not there yet."""
    rows = list(rows)
    if rows:
        connection.execute(_dialect_insert(connection, table).on_conflict_do_nothing(), rows)


def insert_or_settle(
    connection: Connection,
    table: Table,
    rows: Iterable[Values],
    key: Sequence[str],
    *,
    least: str,
    greatest: str,
) -> None:
    """Insert rows; of two with the same `key` one comes out, in whichever order they came.

    Args:
        connection: A connection in a transaction.
        table: Their table.
        rows: The rows; no two of them have the same key.
        key: Its primary key.
        least: The column of which the first value in the order of characters stays.
        greatest: The column of which the last one stays.
    """
    rows = list(rows)
    if not rows:
        return
    statement = _dialect_insert(connection, table)
    # Not as the server's locale sorts: stores must not differ by it.
    collation = "C" if connection.dialect.name == "postgresql" else "BINARY"

    def chosen(name: str, *, first: bool) -> Any:
        given, held = statement.excluded[name], table.c[name]
        is_before = given.collate(collation) < held
        return case((is_before if first else ~is_before, given), else_=held)

    settled = {least: chosen(least, first=True), greatest: chosen(greatest, first=False)}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=settled), rows)


def _dialect_insert(connection: Connection, table: Table) -> Any:
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    return module.insert(table)
