"""A process of its own for each query: what it does to itself, it does to nobody else.

The child limits its own memory, file sizes and processor time; the parent kills it by the clock.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker.errors import DatabaseError, QueryError
from tracker.listing import Listing
from tracker.sql.answer import Answer, Limits

_GRACE_SECONDS = 1.0
"""How long after its limit the child may take to say so itself."""


def ask(script: str, request: Mapping[str, Any], limits: Limits, *, site: bool) -> Answer:
    """Run a query in a child process.

    Args:
        script: File name, in this package, of the program of the child.
        request: What the program is to do, beside keeping to the limits.
        limits: What the query may take.
        site: Whether the program needs installed packages.

    Returns:
        What the child answers.

    Raises:
        QueryError: The child refused the statement, died of it or had to be killed.
        DatabaseError: The child could not open the database.
    """
    command = [sys.executable, "-I", *(() if site else ("-S",))]
    command.append(str(Path(__file__).with_name(script)))
    message = {
        **request,
        "rows": limits.rows,
        "bytes": limits.bytes,
        "seconds": limits.seconds,
        "memory": limits.memory,
    }
    with subprocess.Popen(  # noqa: S603  our own script, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(
                json.dumps(message).encode(), timeout=limits.seconds + _GRACE_SECONDS
            )
        except subprocess.TimeoutExpired:
            raise _too_long(limits) from None
        finally:
            process.kill()
    return _answer(output, str(request["text"]), limits)


def _answer(output: bytes, text: str, limits: Limits) -> Answer:
    try:
        reply = json.loads(output)
    except ValueError:
        raise QueryError(
            "the query was stopped: it asked for more memory than it may have",
            cure="ask for fewer or smaller rows",
        ) from None
    if "error" in reply:
        raise _failure(reply, text, limits)
    rows = [tuple(_cell(value) for value in row) for row in reply["rows"]]
    return Answer(Listing(tuple(reply["columns"]), rows), reply["cut"], reply["seconds"])


def _failure(reply: Mapping[str, Any], text: str, limits: Limits) -> Exception:
    match reply["kind"]:
        case "open":
            return DatabaseError(reply["error"])
        case "time":
            return _too_long(limits)
        case "write":
            return QueryError(
                f"refused: {reply['error']}", cure="tracker sql takes one statement that reads"
            )
    place = reply.get("position")
    return QueryError(reply["error"] if place is None else f"{reply['error']}{_at(text, place)}")


def _too_long(limits: Limits) -> QueryError:
    return QueryError(
        f"the query was stopped after {limits.seconds:g} seconds",
        cure="narrow it, or give it more time with --timeout SECONDS",
    )


def _at(text: str, position: int) -> str:
    """Name the line and column of a place in the statement, and mark it there."""
    line_start = text.rfind("\n", 0, position) + 1
    line_end = text.find("\n", position)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    column = position - line_start
    start = max(0, column - 40)
    marked = f"{line[start:column]}>>>{line[column : column + 40]}"
    return f" at line {text.count(chr(10), 0, position) + 1}, column {column + 1}: {marked}"


def _cell(value: Any) -> Any:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
