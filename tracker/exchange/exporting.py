"""A whole store into a directory: all of it, or no directory."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from tracker.errors import DatabaseError, UsageError
from tracker.exchange.formats import Format
from tracker.exchange.manifest import Manifest, sha256_of, write_manifest
from tracker.exchange.rows import stored_rows
from tracker.models import metadata
from tracker.store.engine import open_reader
from tracker.store.rows import utc_now
from tracker.store.schema import SchemaState, code_revision, schema_state, unusable


def export_store(target: str, directory: Path, format_: Format) -> Manifest:
    """Write every table of a store, as it is at one moment, into a new directory.

    Args:
        target: Path of an SQLite file, or URL.
        directory: Where to; it is not there yet, or empty.
        format_: How.

    Raises:
        UsageError: The directory holds something, or cannot be written.
        DatabaseError: There is no store, or it is not of the program's schema.
    """
    codec = format_.codec
    with _snapshot(target) as connection, _whole_or_not_at_all(directory) as growing:
        tables = {}
        for table in metadata.sorted_tables:
            path = growing / format_.file_of(table.name)
            codec.write(path, table, partial(stored_rows, connection, table))
            tables[table.name] = connection.scalar(select(func.count()).select_from(table)) or 0
        manifest = Manifest(
            format=format_.name,
            schema_revision=code_revision(),
            made_by=version("sanctions-tracker"),
            made_at=utc_now().isoformat(timespec="seconds") + "Z",
            tables=dict(sorted(tables.items())),
            files={path.name: sha256_of(path) for path in sorted(growing.iterdir())},
        )
        write_manifest(growing, manifest)
    return manifest


@contextmanager
def _snapshot(target: str) -> Iterator[Connection]:
    """A connection that sees the store as it is at one moment, whoever writes meanwhile."""
    engine = open_reader(target)
    on_file = engine.dialect.name == "sqlite"
    if not on_file:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as connection:
            if on_file:
                connection.exec_driver_sql("BEGIN")
            _check_schema(connection)
            yield connection
    except DBAPIError as error:
        raise unusable(engine, error) from None
    finally:
        engine.dispose()


def _check_schema(connection: Connection) -> None:
    state = schema_state(connection)
    if state is SchemaState.CURRENT:
        return
    older = state is SchemaState.OLDER
    raise DatabaseError(
        "the store is of an older schema" if older else "there is no store yet",
        where=connection.engine.url.render_as_string(hide_password=True),
        cure="run `tracker db upgrade`" if older else "make it with `tracker db init`",
    )


@contextmanager
def _whole_or_not_at_all(directory: Path) -> Iterator[Path]:
    """A directory beside the one that is wanted, which takes its place when all is on the disk."""
    if directory.exists() and not (directory.is_dir() and not any(directory.iterdir())):
        raise UsageError(
            "there is something already", where=str(directory), cure="name a new directory"
        )
    target = directory.absolute()
    growing = target.parent / f".{target.name}.{uuid4().hex}.partial"
    try:
        growing.mkdir(parents=True)
        yield growing
        for path in (*growing.iterdir(), growing):
            _sync(path)
        growing.rename(target)
        _sync(target.parent)
    except OSError as error:
        raise UsageError(
            f"the export cannot be written: {error.strerror or error}",
            where=str(directory),
            cure="name another directory",
        ) from None
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def _sync(path: Path) -> None:
    """Wait until a file or the names in a directory are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
