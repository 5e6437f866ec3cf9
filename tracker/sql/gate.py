"""The way of a query: parameters checked, then to the gate of the database that it is for."""

from collections.abc import Mapping

from tracker.errors import QueryError, UsageError
from tracker.location import sqlite_path
from tracker.sql.answer import Answer, Limits
from tracker.sql.parameters import named_in

_MAX_TEXT = 100_000


def query(
    database: str,
    text: str,
    parameters: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Answer:
    """Run one reading statement.

    Args:
        database: Path of an SQLite file or URL of a PostgreSQL database.
        text: The statement, with `:name` where a parameter's value belongs.
        parameters: A value for each name.
        limits: What the query may take; the usual limits if None.

    Returns:
        The rows, and whether a limit cut them.

    Raises:
        UsageError: There is nothing to run, or names and values do not agree.
        QueryError: The statement is wrong, would write, or took too much.
        DatabaseError: The database cannot be reached.
    """
    text = _readable(text).strip().rstrip(";").strip()
    parameters = {name: _readable(value) for name, value in (parameters or {}).items()}
    _check(text, parameters)
    path = sqlite_path(database)
    if path is None:
        from tracker.sql import postgresql

        return postgresql.query(database, text, parameters, limits or Limits())
    from tracker.sql import sqlite

    return sqlite.query(path, text, parameters, limits or Limits())


def _readable(text: str) -> str:
    """Mend text whose letters arrived as single bytes, as arguments do where LC_ALL is C."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        raise QueryError("the statement is no text in UTF-8") from None


def _check(text: str, parameters: Mapping[str, str]) -> None:
    if not text:
        raise UsageError("there is no statement", cure='write one: tracker sql "SELECT ..."')
    if len(text) > _MAX_TEXT:
        raise QueryError(f"the statement is longer than {_MAX_TEXT:,} characters")
    if "\0" in text:
        raise QueryError("the statement holds a NUL character")
    needed = named_in(text)
    for name in needed - parameters.keys():
        raise UsageError(f"the parameter :{name} has no value", cure=f"add -p {name}=VALUE")
    for name in parameters.keys() - needed:
        raise UsageError(f"the statement has no parameter :{name}", cure=f"write :{name} in it")
