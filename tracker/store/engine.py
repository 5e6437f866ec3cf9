"""Where the store is, and connections to it."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from tracker.errors import DatabaseError

VARIABLE = "TRACKER_DATABASE_URL"
BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another one, in milliseconds."""


def default_path() -> Path:
    """The SQLite file that is used where none is named."""
    return user_data_path("tracker", appauthor=False) / "tracker.db"


def store_url(target: str | None = None) -> URL:
    """The database that is meant.

    Args:
        target: A path or URL; None for `TRACKER_DATABASE_URL`, else the default file.

    Raises:
        DatabaseError: It names a database that is neither SQLite nor PostgreSQL.
    """
    target = target or os.environ.get(VARIABLE) or str(default_path())
    if "://" not in target:
        return URL.create("sqlite", database=str(Path(target).expanduser()))
    try:
        url = make_url(target)
    except ArgumentError:
        raise _unknown(target) from None
    backend = url.drivername.split("+")[0]
    if backend == "sqlite":
        return url.set(drivername="sqlite")
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise _unknown(url.render_as_string(hide_password=True))


def open_engine(target: str | None = None) -> Engine:
    """An engine for the store. A missing SQLite file, and its directory, appear at first use.

    Args:
        target: As for `store_url`.

    Raises:
        DatabaseError: The driver is missing, or no directory can be made for the file.
    """
    url = store_url(target)
    try:
        if url.drivername != "sqlite":
            return create_engine(url)
        _make_directory(url)
        engine = create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise DatabaseError(
            "the driver for PostgreSQL is not installed",
            cure='run "pip install sanctions-tracker[postgresql]"',
        ) from None
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_writing)
    return engine


def open_reader(target: str | None = None) -> Engine:
    """An engine that only reads and takes no lock that a writer would wait for.

    Args:
        target: As for `store_url`.

    Raises:
        DatabaseError: There is no such file, or the driver is missing.
    """
    url = store_url(target)
    if url.drivername != "sqlite":
        return open_engine(target).execution_options(postgresql_readonly=True)
    path = Path(str(url.database))
    if not path.is_file():
        raise DatabaseError(
            "there is no store yet",
            where=str(path),
            cure='run "tracker db init" or ingest an article',
        )
    uri = URL.create(
        "sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "uri": "true"}
    )
    return create_engine(uri, poolclass=NullPool)


def _unknown(target: str) -> DatabaseError:
    return DatabaseError(
        "not a database that the store can live in",
        where=target,
        cure="give a file path, or a URL that starts with sqlite:/// or postgresql://",
    )


def _make_directory(url: URL) -> None:
    if url.database in (None, "", ":memory:"):
        raise DatabaseError("a store in memory would be lost", cure="name a file")
    directory = Path(str(url.database)).parent
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"the directory cannot be made: {error.strerror}",
            where=str(directory),
            cure="name another file with --db",
        ) from None


def _prepare_sqlite(connection: object, _record: object) -> None:
    # Transactions begin where SQLAlchemy says so, not where the driver guesses.
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = FULL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_writing(connection: Connection) -> None:
    # A transaction that reads first and then writes would fail where another one wrote between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
