"""An export into an empty store: all of it, or nothing."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.exc import DBAPIError

from tracker.errors import InputError, UsageError
from tracker.exchange.formats import FORMATS, Batch, Format
from tracker.exchange.manifest import NAME, Manifest, read_manifest
from tracker.exchange.rows import continue_numbers, copy_rows
from tracker.models import metadata
from tracker.store.engine import open_engine
from tracker.store.schema import SchemaState, migrate, schema_state, unusable


def import_export(target: str, directory: Path) -> Manifest:
    """Fill an empty store with what an export holds, in one transaction.

    Args:
        target: Path of an SQLite file, or URL. A missing file is made, and its schema.
        directory: What `export_store` made.

    Raises:
        UsageError: The store is not empty.
        InputError: The export is of another schema, not whole, or was changed.
        DatabaseError: The store cannot be reached.
    """
    manifest = read_manifest(directory)
    if manifest.tables.keys() != metadata.tables.keys():
        raise _changed(directory, "the manifest does not name the tables of its schema")
    engine = open_engine(target)
    try:
        with engine.begin() as connection:
            _make_empty_store(connection, engine)
            for table in metadata.sorted_tables:
                _fill(connection, table, directory, manifest)
    except DBAPIError as error:
        raise unusable(engine, error) from None
    finally:
        engine.dispose()
    return manifest


def _make_empty_store(connection: Connection, engine: Engine) -> None:
    state = schema_state(connection)
    if state is SchemaState.EMPTY:
        migrate(connection)
    elif state is SchemaState.OLDER or any(_holds_rows(connection)):
        raise UsageError(
            "the store is not empty",
            where=engine.url.database,
            cure="name a new one: tracker --db NEW-FILE-OR-URL import export DIR",
        )


def _holds_rows(connection: Connection) -> Iterator[bool]:
    for table in metadata.sorted_tables:
        yield connection.execute(select(*table.primary_key).limit(1)).first() is not None


def _fill(connection: Connection, table: Table, directory: Path, manifest: Manifest) -> None:
    format_ = FORMATS[manifest.format]
    path = directory / format_.file_of(table.name)
    try:
        rows = copy_rows(connection, table, partial(_batches, format_, path, table))
    except (DBAPIError, OverflowError) as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise _changed(path, f"the store refuses a row of {table.name}: {reason}") from None
    if rows != manifest.tables[table.name]:
        raise _changed(path, f"there are {rows} rows of {table.name}, not as many as it says")
    continue_numbers(connection, table)


def _batches(format_: Format, path: Path, table: Table) -> Iterator[Batch]:
    return format_.codec.read(path, table)


def _changed(path: Path, what: str) -> InputError:
    where = path / NAME if path.is_dir() else path
    return InputError(what, where=str(where), cure="export the store again")
