"""A login that can read the store and nothing else, for as long as one query takes.

A read-only transaction of the store's owner is not enough: functions that a SELECT may call
can still end sessions, take locks or, for a superuser, write files. So the query runs as a
role that the server itself allows nothing but SELECT. Where the given login is such a role
already, it is used as it is; where it may create roles, one is made for the query and dropped.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import Any

from tracker.errors import DatabaseError
from tracker.location import libpq_url

_GROUP = "tracker_read"
_STEM = "tracker_read_once_"

_CAN_WRITE = """
SELECT EXISTS (
  SELECT FROM pg_roles AS role
  WHERE pg_has_role(current_user, role.oid, 'MEMBER')
    AND (role.rolsuper OR role.rolcreaterole OR role.rolcreatedb
      OR role.rolreplication OR role.rolbypassrls
      OR role.rolname IN ('pg_write_all_data', 'pg_write_server_files', 'pg_signal_backend',
                          'pg_execute_server_program', 'pg_maintain', 'pg_checkpoint',
                          'pg_create_subscription', 'pg_read_server_files')
      OR has_database_privilege(role.oid, current_database(), 'CREATE')
      OR EXISTS (
        SELECT FROM pg_class AS relation
        JOIN pg_namespace AS space ON space.oid = relation.relnamespace
        WHERE relation.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND space.nspname !~ '^(pg_|information_schema$)'
          AND has_table_privilege(role.oid, relation.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))))
"""
_CAN_MAKE_ROLES = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
_UNREADABLE = f"""
SELECT NOT has_schema_privilege('{_GROUP}', current_schema(), 'USAGE')
  OR EXISTS (
    SELECT FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace
      AND relkind IN ('r', 'p', 'v')
      AND NOT has_table_privilege('{_GROUP}', oid, 'SELECT'))
"""  # noqa: S608  built from a constant
_LEFT_BEHIND = """
SELECT rolname FROM pg_roles
WHERE rolname LIKE 'tracker\\_read\\_once\\_%' AND rolvaliduntil < now()
"""


@contextmanager
def reader(url: str, seconds: float) -> Iterator[str]:
    """Give a connection string of a role that can only read.

    Args:
        url: The store, as its user named it.
        seconds: How long the role is needed.

    Yields:
        What libpq connects by.

    Raises:
        DatabaseError: The server cannot be reached, or the given login can write and may
            not make another that cannot.
    """
    psycopg = _psycopg()
    plain = libpq_url(url)
    try:
        connection = psycopg.connect(plain, autocommit=True, connect_timeout=5)
    except psycopg.Error as error:
        raise DatabaseError(
            f"cannot reach the database: {_first_line(error)}", cure="check --db"
        ) from error
    with connection:
        if not _value(connection, _CAN_WRITE):
            yield plain
            return
        if not _value(connection, _CAN_MAKE_ROLES):
            raise DatabaseError(
                "this login can write, and `tracker sql` only runs as one that cannot",
                cure="give --db a login with SELECT and no more, or one that may create roles",
            )
        role, password = _make_role(connection, seconds)
        try:
            yield psycopg.conninfo.make_conninfo(plain, user=role, password=password)
        finally:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [role]
            )
            connection.execute(f"DROP ROLE IF EXISTS {role}")


def _psycopg() -> Any:
    try:
        import psycopg
    except ImportError:
        raise DatabaseError(
            "a PostgreSQL store needs psycopg", cure="pip install 'sanctions-tracker[postgresql]'"
        ) from None
    return psycopg


def _make_role(connection: Any, seconds: float) -> tuple[str, str]:
    for (name,) in connection.execute(_LEFT_BEHIND).fetchall():
        connection.execute(f"DROP ROLE IF EXISTS {name}")
    _grant_reading(connection)
    role, password = _STEM + token_hex(8), token_hex(24)
    until = _value(connection, f"SELECT now() + interval '{int(seconds) + 60} seconds'")
    connection.execute(
        f"CREATE ROLE {role} LOGIN PASSWORD '{password}' CONNECTION LIMIT 1 "
        f"VALID UNTIL '{until.isoformat()}' IN ROLE {_GROUP}"
    )
    connection.execute(f"ALTER ROLE {role} SET default_transaction_read_only = on")
    return role, password


def _grant_reading(connection: Any) -> None:
    """Keep one group role that may read every table and view of the store's schema."""
    psycopg = _psycopg()
    with suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
        connection.execute(f"CREATE ROLE {_GROUP} NOLOGIN")
    schema = _value(connection, "SELECT quote_ident(current_schema())")
    unreadable = _value(connection, _UNREADABLE)
    if unreadable:
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO {_GROUP}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {_GROUP}")


def _value(connection: Any, statement: str) -> Any:
    return connection.execute(statement).fetchone()[0]


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
