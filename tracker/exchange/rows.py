"""Rows out of a store and into one, batch by batch, so that memory stays flat."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, func, insert, select, text, update
from sqlalchemy.sql import ColumnElement

from tracker.exchange.formats import BATCH_ROWS, Batch, Batches, kinds


def stored_rows(connection: Connection, table: Table) -> Iterator[Batch]:
    """The rows of a table in the order of its primary key, the same on every database."""
    order = [_by_characters(connection, column, table) for column in table.primary_key]
    streamed = connection.execution_options(stream_results=True, max_row_buffer=BATCH_ROWS)
    with streamed.execute(select(table).order_by(*order)) as found:
        for part in found.mappings().partitions(BATCH_ROWS):
            yield [dict(row) for row in part]


def copy_rows(connection: Connection, table: Table, batches: Batches) -> int:
    """Insert rows under the keys that they have.

    Rows that refer to others of the same table are told so in a second pass, when all are there.

    Returns:
        How many they were.
    """
    own = [
        column.name
        for column in table.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]
    count = 0
    for batch in batches():
        if batch:
            connection.execute(insert(table), [{**row, **dict.fromkeys(own)} for row in batch])
            count += len(batch)
    if own:
        _refer(connection, table, own, batches)
    return count


def continue_numbers(connection: Connection, table: Table) -> None:
    """Let the next row get the number after the last; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    last = connection.scalar(select(func.max(column)))
    if last is not None:
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
            {"table": table.name, "column": column.name, "last": last},
        )


def _refer(connection: Connection, table: Table, own: list[str], batches: Batches) -> None:
    key = table.primary_key.columns[0]
    statement = (
        update(table)
        .where(key == bindparam("its_key"))
        .values({name: bindparam(f"its_{name}") for name in own})
    )
    for batch in batches():
        referring = [
            {"its_key": row[key.name], **{f"its_{name}": row[name] for name in own}}
            for row in batch
            if any(row[name] is not None for name in own)
        ]
        if referring:
            connection.execute(statement, referring)


def _by_characters(connection: Connection, column: Column[Any], table: Table) -> ColumnElement[Any]:
    if connection.dialect.name == "postgresql" and kinds(table)[column.name] is str:
        return column.collate("C")
    return column
