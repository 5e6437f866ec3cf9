"""`tracker sql`: questions of the user's own, in SQL that can only read."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.answering import ROWS, SECONDS, RowLimit, Terms, Timeout, Timing, answer, pair
from tracker.cli.output import OutputFormat, show
from tracker.errors import InputError, UsageError


def _complete(context: typer.Context, incomplete: str) -> list[str]:
    if not incomplete.startswith("@"):
        return []
    from tracker.cli import queries

    known = queries.all_queries(settings.database_of(context))
    return [f"@{name}" for name in known if name.startswith(incomplete[1:])]


def sql(
    context: typer.Context,
    statement: Annotated[
        str | None,
        typer.Argument(
            metavar="STATEMENT",
            help="The statement, @NAME of a saved one, or - for standard input.",
            autocompletion=_complete,
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read it from a file.")
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="Value of :NAME; repeatable."),
    ] = None,
    limit: RowLimit = ROWS,
    timeout: Timeout = SECONDS,
    save: Annotated[
        str | None,
        typer.Option("--save", metavar="NAME", help="Keep the statement in the store as @NAME."),
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="TEXT", help="With --save: what it answers.")
    ] = None,
    delete: Annotated[
        str | None,
        typer.Option("--delete", metavar="NAME", help="Take the saved @NAME out of the store."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the saved queries.")] = False,
    timing: Timing = False,
    format: OutputFormat = None,
) -> None:
    """Query the store with one SQL statement that reads.

    `tracker schema` lists the tables, views and functions of dates. The statement runs in
    a process of its own, as one that cannot write, with limits on rows, size and time.

    \b
    Example:
      tracker sql "SELECT key, status, since FROM bill_status"
      tracker sql "SELECT * FROM timeline WHERE key = :key" -p key=us/119/s1241 --format csv
      tracker sql @open_threats
      tracker sql --save mine --about "All bills" "SELECT name FROM bill_status"
      tracker sql --delete mine
    """
    from tracker.cli import queries

    run = settings.of(context)
    if list_:
        show(queries.listed(run.database), format, color=run.color)
        return
    if delete is not None:
        queries.drop(run.database, delete.removeprefix("@"))
        diagnostics.note(f"@{delete.removeprefix('@')} is no longer kept")
        return
    text = _text(statement, file)
    if text.startswith("@"):
        text = queries.named(run.database, text.removeprefix("@").strip()).text
    if save is not None:
        queries.keep(run.database, save, text, about)
        diagnostics.note(f"kept as @{save}; run it with tracker sql @{save}")
        return
    terms = Terms(run.database, limit, timeout, timing, format, run.color)
    answer(terms, text, dict(pair(each) for each in parameter or ()))


def _text(statement: str | None, file: Path | None) -> str:
    if (statement is None) == (file is None):
        raise UsageError(
            "give one statement", cure='as in tracker sql "SELECT ...", or with -f FILE'
        )
    if file is None:
        return sys.stdin.read() if statement == "-" else str(statement)
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(error.strerror).lower(), where=str(file), cure="check it") from None
    except UnicodeDecodeError:
        raise InputError("is no text in UTF-8", where=str(file), cure="convert it") from None
