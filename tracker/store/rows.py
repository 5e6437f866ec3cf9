"""Small helpers to write rows through SQLAlchemy Core."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert
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


def _dialect_insert(connection: Connection, table: Table) -> Any:
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    return module.insert(table)
