"""Runs one statement on a PostgreSQL database and can do nothing else.

A program, run by its path: a JSON request comes on standard input, a JSON reply goes to
standard output. The role that it connects as can only read. Beyond that the statement is
declared as a cursor in a prepared command, which takes one SELECT or VALUES and nothing
else, in a read-only transaction that is never committed.
"""

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

sys.path.insert(0, str(Path(__file__).parent))

from confine import Collected, confine  # type: ignore[import-not-found]  # beside this file

_ROWS_A_FETCH = 500
_NOT_READING = {
    "25006",  # read_only_sql_transaction
    "42501",  # insufficient_privilege
    "0A000",  # feature_not_supported: writing inside WITH
    "42P11",  # invalid_cursor_definition
}
_EXPLAIN = re.compile(r"(?:\s|--[^\n\r]*[\n\r])*+EXPLAIN\b", re.IGNORECASE)
_TIMED_OUT = "57014"
_DECLARE = "DECLARE answer NO SCROLL CURSOR FOR "
_MEMORY_OF_LIBRARIES = 1_000_000_000
"""Address space that psycopg and OpenSSL reserve, though they use little of it."""


def _reply(request: dict[str, Any]) -> dict[str, Any]:
    started = time.monotonic()
    deadline = started + request["seconds"]
    try:
        connection = psycopg.connect(request["connection"], connect_timeout=5)
    except psycopg.Error as error:
        return {"kind": "open", "error": f"cannot reach the database: {_first_line(error)}"}
    collected = Collected()
    try:
        cursor = _run(connection, request, deadline)
        columns = [column.name for column in cursor.description or ()]
        rows = cursor if _is_explain(request["text"]) else _fetched(cursor, deadline)
        collected.take(rows, request["rows"], request["bytes"])
    except psycopg.Error as error:
        return _failure(error, request["text"])
    except MemoryError:
        return {"kind": "memory", "error": "the query needs more memory than it may have"}
    return {
        "columns": columns,
        "rows": collected.rows,
        "cut": collected.cut,
        "seconds": time.monotonic() - started,
    }


def _run(
    connection: psycopg.Connection[Any], request: dict[str, Any], deadline: float
) -> psycopg.RawCursor[Any]:
    """Send the statement; the cursor holds its first rows."""
    cursor = psycopg.RawCursor(connection)
    cursor.execute("SET TRANSACTION READ ONLY")
    cursor.execute("SET LOCAL client_connection_check_interval = '1s'")
    cursor.execute("SET LOCAL lock_timeout = '2s'")
    cursor.execute("SET LOCAL work_mem = '32MB'")
    _set_timeout(cursor, deadline)
    text = request["text"] if _is_explain(request["text"]) else _DECLARE + request["text"]
    cursor.execute(text.encode(), request["parameters"] or None, prepare=True)
    if not _is_explain(request["text"]):
        _fetch(cursor, deadline)
    return cursor


def _is_explain(text: str) -> bool:
    return _EXPLAIN.match(text) is not None


def _fetched(cursor: psycopg.RawCursor[Any], deadline: float) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchall():
        yield from rows
        if len(rows) < _ROWS_A_FETCH:
            return
        _fetch(cursor, deadline)


def _fetch(cursor: psycopg.RawCursor[Any], deadline: float) -> None:
    # Set anew each time: a query may itself have called set_config.
    _set_timeout(cursor, deadline)
    cursor.execute(f"FETCH {_ROWS_A_FETCH} FROM answer".encode())


def _set_timeout(cursor: psycopg.RawCursor[Any], deadline: float) -> None:
    left = max(1, int((deadline - time.monotonic()) * 1000))
    cursor.execute(f"SET LOCAL statement_timeout = {left}".encode())


def _failure(error: psycopg.Error, text: str) -> dict[str, Any]:
    message = error.diag.message_primary or _first_line(error)
    if error.sqlstate == _TIMED_OUT:
        return {"kind": "time", "error": message}
    if error.sqlstate in _NOT_READING or "multiple commands" in message:
        return {"kind": "write", "error": message}
    position = int(error.diag.statement_position or 0) - 1
    if not _is_explain(text):
        position -= len(_DECLARE)
    if position == 0:
        return {"kind": "write", "error": f"{message}, where a SELECT may begin"}
    return {
        "kind": "wrong",
        "error": message,
        "position": position if 0 <= position <= len(text) else None,
    }


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    confine(request["memory"] + _MEMORY_OF_LIBRARIES, request["seconds"])
    json.dump(_reply(request), sys.stdout)


if __name__ == "__main__":
    main()
