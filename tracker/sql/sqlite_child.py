"""Runs one statement on an SQLite file and can do nothing else.

A program, run by its path with the standard library alone: a JSON request comes on standard
input, a JSON reply goes to standard output. What holds, from the strongest on: an authorizer
that lets through reading and harmless functions only; the file opened read-only; limits of
the process on memory, file size and time; limits of SQLite on lengths and its heap.
"""

import json
import re
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent))

from confine import Collected, confine  # type: ignore[import-not-found]  # beside this file
from dates import NAMES, add_functions  # type: ignore[import-not-found]  # this too

_HARMLESS_FLAG = 0x200000
"""How SQLite marks functions that may stand in a schema that nobody vouches for."""
_HARMLESS_UNMARKED = {"->", "->>", "bm25", "highlight", "snippet", "match", "json", "jsonb"}
_READING_PRAGMAS = {
    "data_version",
    "foreign_key_list",
    "index_info",
    "index_list",
    "page_size",
    "table_info",
    "table_list",
    "table_xinfo",
}
_SQLITE_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 10_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_NAMED = re.compile(
    r'(?:near|unrecognized token:) "(.+?)"|no such \w+: (\S+)|ambiguous column name: (\S+)',
    re.DOTALL,
)


def _open(path: str, memory: int) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(path)}?mode=ro", uri=True, isolation_level=None, timeout=5
    )
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    for pragma in (
        "query_only=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        f"hard_heap_limit={memory // 4}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    for limit, value in _SQLITE_LIMITS.items():
        connection.setlimit(limit, value)
    add_functions(connection)
    return connection


def _guard(connection: sqlite3.Connection, deadline: float) -> list[str]:
    """Let the connection read and nothing else; return the list that refusals are noted in."""
    harmless = _harmless_functions(connection)
    refused: list[str] = []

    def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in harmless:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _READING_PRAGMAS:
            return sqlite3.SQLITE_OK
        # Opening a virtual table asks for this; a real one fails while writable_schema is refused.
        if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
            return sqlite3.SQLITE_OK
        refused.append(_described(action, first, second))
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    return refused


def _harmless_functions(connection: sqlite3.Connection) -> set[str]:
    marked = {
        name
        for name, flags in connection.execute("SELECT name, flags FROM pragma_function_list")
        if flags & _HARMLESS_FLAG or name.startswith(("json_", "jsonb_"))
    }
    return marked.union(_HARMLESS_UNMARKED, NAMES)


def _described(action: int, first: str | None, second: str | None) -> str:
    if action == sqlite3.SQLITE_FUNCTION:
        return f"the function {second} is not open to queries"
    if action == sqlite3.SQLITE_PRAGMA:
        return f"PRAGMA {first} is not open to queries"
    return "the statement does more than read"


def _reply(request: dict[str, Any]) -> dict[str, Any]:
    started = time.monotonic()
    try:
        connection = _open(request["path"], request["memory"])
    except sqlite3.Error as error:
        return {"kind": "open", "error": f"{request['path']}: {error}"}
    refused = _guard(connection, started + request["seconds"])
    collected = Collected()
    try:
        cursor = connection.execute(request["text"], request["parameters"])
        collected.take(cursor, request["rows"], request["bytes"])
    except (sqlite3.Error, sqlite3.Warning) as error:
        return _failure(connection, request["text"], error, refused)
    except MemoryError:
        return {"kind": "memory", "error": "the query needs more memory than it may have"}
    return {
        "columns": [column[0] for column in cursor.description or ()],
        "rows": collected.rows,
        "cut": collected.cut,
        "seconds": time.monotonic() - started,
    }


def _failure(
    connection: sqlite3.Connection, text: str, error: Exception, refused: list[str]
) -> dict[str, Any]:
    message = str(error)
    if refused:
        return {"kind": "write", "error": refused[0]}
    if message == "interrupted":
        return {"kind": "time", "error": message}
    if "user-defined function" in message:
        message = "a function of dates was given what is no day, such as 2025-05-14"
    if "one statement at a time" in message:
        return {"kind": "write", "error": "there is more than one statement"}
    return {"kind": "wrong", "error": message, "position": _position(connection, text, message)}


def _position(connection: sqlite3.Connection, text: str, message: str) -> int | None:
    """Find where in the statement the thing is that the message names."""
    if message == "incomplete input":
        return len(text)
    found = _NAMED.match(message)
    if found is None:
        return None
    name = next(group for group in found.groups() if group)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)|{re.escape(name)}", re.IGNORECASE)
    places = [match.start() for match in pattern.finditer(text)][:100]
    if not message.startswith(("near", "unrecognized")):
        return places[0] if places else None
    return next(
        (at for at in places if _breaks_at(connection, text[: at + len(name)], message)), None
    )


def _breaks_at(connection: sqlite3.Connection, beginning: str, message: str) -> bool:
    """Whether the statement's beginning already meets the error, being more than unfinished."""
    try:
        connection.execute(f"EXPLAIN {beginning}")
    except sqlite3.Error as error:
        return str(error) == message
    return False


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    confine(request["memory"], request["seconds"])
    json.dump(_reply(request), sys.stdout)


if __name__ == "__main__":
    main()
