"""Reading the store with the database's own driver.

Starting SQLAlchemy takes longer than most reports do.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tracker import location, resources
from tracker.errors import DatabaseError
from tracker.listing import Listing
from tracker.reports.asked import Asked
from tracker.reports.history import taken_back

_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")


@dataclass(frozen=True, slots=True)
class Source:
    """An open store.

    Attributes:
        connection: Of the driver.
        dialect: `sqlite` or `postgresql`.
        target: The store as messages name it.
    """

    connection: Any
    dialect: str
    target: str

    def rows(
        self,
        statement: str,
        parameters: Mapping[str, object] | None = None,
        asked: Asked | None = None,
    ) -> Listing:
        """Run one of our own queries.

        Args:
            statement: A SELECT with `:name` for each parameter, and no other colon.
            parameters: Values by name.
            asked: The day and the knowledge that tables and views are to be read as of.

        Raises:
            DatabaseError: The database fails.
        """
        values = dict(parameters or {})
        if asked is not None:
            statement, times = taken_back(statement, asked, self._schema(), self.dialect)
            values.update(times)
        if self.dialect == "postgresql":
            statement = _PARAMETER.sub(r"%(\1)s", statement.replace("%", "%%"))
            statement = statement.replace("group_concat(", "string_agg(")
        try:
            cursor = self.connection.execute(statement, values)
        except self._failure() as error:
            raise DatabaseError(str(error).strip().split("\n")[0], where=self.target) from error
        return Listing(tuple(column[0] for column in cursor.description), cursor.fetchall())

    def _schema(self) -> str:
        if self.dialect == "sqlite":
            return "main"
        return str(self.connection.execute("SELECT quote_ident(current_schema())").fetchone()[0])

    def _failure(self) -> type[Exception]:
        return sqlite3.Error if self.dialect == "sqlite" else _psycopg().Error


@contextmanager
def open_source(target: str) -> Iterator[Source]:
    """Open a store to read from.

    Args:
        target: Path of an SQLite file, or URL.

    Raises:
        DatabaseError: There is no such store, or its schema is not this program's.
    """
    path = location.sqlite_path(target)
    shown = location.without_password(target)
    if path is None:
        with closing(_connect_postgresql(target, shown)) as connection:
            yield _checked(Source(connection, "postgresql", shown))
    else:
        with closing(_connect_sqlite(path)) as connection:
            yield _checked(Source(connection, "sqlite", shown))


def _connect_sqlite(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise DatabaseError(
            "there is no store yet", where=str(path), cure="make it with `tracker db init`"
        )
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, isolation_level=None
    )


def _connect_postgresql(target: str, shown: str) -> Any:
    psycopg = _psycopg()
    try:
        connection = psycopg.connect(location.libpq_url(target), connect_timeout=10)
    except psycopg.Error as error:
        raise DatabaseError(
            str(error).strip().split("\n")[0], where=shown, cure="check --db"
        ) from error
    connection.read_only = True
    return connection


def _psycopg() -> Any:
    try:
        import psycopg
    except ImportError:
        raise DatabaseError(
            "the driver for PostgreSQL is not installed",
            cure='run "pip install sanctions-tracker[postgresql]"',
        ) from None
    return psycopg


def _checked(source: Source) -> Source:
    """Refuse a store whose schema is older or newer than the program."""
    try:
        stored = str(source.rows("SELECT version_num FROM alembic_version").rows[0][0])
    except (DatabaseError, IndexError):
        raise DatabaseError(
            "this is no store of tracker",
            where=source.target,
            cure="make one with `tracker db init`",
        ) from None
    known = resources.revisions()
    if stored == known[-1]:
        return source
    if stored in known:
        raise DatabaseError(
            f"the store is at revision {stored}, the program at {known[-1]}",
            where=source.target,
            cure="run `tracker db upgrade`",
        )
    raise DatabaseError(
        f"the store is at revision {stored}, this program knows none after {known[-1]}",
        where=source.target,
        cure="install a newer sanctions-tracker",
    )
