"""The version of the schema. Alembic comes in only where it is not the code's own."""

from enum import Enum

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from tracker import resources
from tracker.errors import DatabaseError


class SchemaState(Enum):
    """How the schema of a store stands to the code."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"


def code_revision() -> str:
    """The newest revision that the code has a migration for."""
    return max(path.name for path in resources.migrations().glob("[0-9]*.py")).split("_")[0]


def stored_revision(connection: Connection) -> str | None:
    """The revision that the store is at, None for an empty one.

    Raises:
        DatabaseError: The file is no database, or the server does not answer.
    """
    try:
        if not _has_table(connection, "alembic_version"):
            return None
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return None if revision is None else str(revision)
    except DBAPIError as error:
        raise unusable(connection.engine, error) from None


def schema_state(connection: Connection) -> SchemaState:
    """Compare the store's revision with the code's.

    Raises:
        DatabaseError: The store is newer than the code, or is no store.
    """
    revision = stored_revision(connection)
    if revision is None:
        return SchemaState.EMPTY
    if revision == code_revision():
        return SchemaState.CURRENT
    if any(resources.migrations().glob(f"{revision}_*.py")):
        return SchemaState.OLDER
    raise DatabaseError(
        f"the store is at revision {revision}, this program knows none after {code_revision()}",
        where=connection.engine.url.render_as_string(hide_password=True),
        cure="install a newer sanctions-tracker",
    )


def upgrade(engine: Engine) -> bool:
    """Bring the schema up to date.

    Returns:
        Whether anything was to do.

    Raises:
        DatabaseError: The store is newer than the code, or cannot be used.
    """
    try:
        with engine.begin() as connection:
            if schema_state(connection) is SchemaState.CURRENT:
                return False
            migrate(connection)
            return True
    except DBAPIError as error:
        raise unusable(engine, error) from None


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up or down to `revision` (`base` for none) in the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(str(resources.alembic_ini()))
    config.attributes["connection"] = connection
    down = revision == "base" or (
        revision != "head" and revision < (stored_revision(connection) or "")
    )
    (command.downgrade if down else command.upgrade)(config, revision)


def unusable(engine: Engine, error: DBAPIError) -> DatabaseError:
    """One line about what the database says."""
    return DatabaseError(
        str(error.orig).strip().splitlines()[0],
        where=engine.url.render_as_string(hide_password=True),
        cure="check the path or URL given by --db or TRACKER_DATABASE_URL",
    )


def _has_table(connection: Connection, name: str) -> bool:
    catalogue = {
        "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name",
        "postgresql": "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()"
        " AND tablename = :name",
    }[connection.dialect.name]
    return connection.scalar(text(catalogue), {"name": name}) is not None
