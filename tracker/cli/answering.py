"""Asking an ad-hoc query and printing its answer, for `tracker sql` and `tracker shell`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import typer

from tracker.cli import diagnostics
from tracker.cli.output import show
from tracker.errors import UsageError

RowLimit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Rows to show at most.")]
Timeout = Annotated[
    float,
    typer.Option("--timeout", min=0.1, max=3600, metavar="SECONDS", help="Time it may take."),
]
Timing = Annotated[bool, typer.Option("--time", help="Tell how long it took.")]

ROWS, SECONDS = 10_000, 10.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How queries of one run are asked and answered.

    Attributes:
        database: Path of an SQLite file or URL of a PostgreSQL database.
        rows: Rows to show at most.
        seconds: Time that a query may take.
        timing: Whether to tell how long it took.
        format: The format of the answer, the usual one if None.
        color: Whether output to a terminal may be styled.
    """

    database: str
    rows: int
    seconds: float
    timing: bool
    format: str | None
    color: bool


def answer(terms: Terms, text: str, parameters: Mapping[str, str]) -> None:
    """Run one statement and print what it gives, and on stderr what was cut.

    Raises:
        TrackerError: It was refused, is wrong or took too much.
    """
    from tracker.sql import Limits, query

    given = query(terms.database, text, parameters, Limits(rows=terms.rows, seconds=terms.seconds))
    show(given.listing, terms.format, color=terms.color)
    rows = len(given.listing.rows)
    shown = "row is" if rows == 1 else f"{rows:,} rows are"
    if given.cut == "rows":
        diagnostics.warn(f"only the first {shown} shown; see more with --limit N")
    elif given.cut == "bytes":
        diagnostics.warn(
            f"only the first {shown} shown, more would be too large; select fewer columns"
        )
    if terms.timing:
        diagnostics.note(f"{rows:,} {'row' if rows == 1 else 'rows'} in {given.seconds:.3f} s")


def pair(text: str) -> tuple[str, str]:
    """Read NAME=VALUE.

    Raises:
        UsageError: It is not of that form.
    """
    name, sign, value = text.partition("=")
    if not (sign and name.isidentifier()):
        raise UsageError(f"{text!r} gives no parameter a value", cure="write NAME=VALUE")
    return name, value
