"""`tracker merge`, `unmerge`, `distinct` and `alias`: what is one measure and what is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.groups import group

if TYPE_CHECKING:
    from sqlalchemy import Connection

alias_app = group(
    """Give measures other names.

\b
Example:
  tracker alias add us/119/s1241 "bone-crushing sanctions bill"
"""
)

Measure = Annotated[
    str, typer.Argument(metavar="MEASURE", help="Key, bill number, name or part of one.")
]
Other = Annotated[
    str, typer.Argument(metavar="OTHER", help="Key, bill number, name or part of one.")
]
Reason = Annotated[str | None, typer.Option("--reason", help="Why, for the log.")]


def merge(context: typer.Context, measure: Measure, other: Other, reason: Reason = None) -> None:
    """Say that MEASURE is OTHER: its claims count there from now on, its key leads there.

    \b
    Example:
      tracker merge us/119/~graham-bill-2025-05 us/119/s1241 --reason "same text"
    """
    from tracker.store.merging import merge as merge_measures

    with _writing(context) as connection:
        gone, stays = (_id(context, connection, name) for name in (measure, other))
        merge_measures(connection, gone, stays, reason or "said by a user")
    diagnostics.note(f"{measure} counts as {other}")


def unmerge(
    context: typer.Context,
    measure: Annotated[str, typer.Argument(metavar="KEY", help="Key of the merged measure.")],
    reason: Reason = None,
) -> None:
    """Take a merge back, exactly.

    If the program had made it by itself, the two are remembered as not the same.

    \b
    Example:
      tracker unmerge us/119/~graham-bill-2025-05
    """
    from tracker.store.merging import find_measure
    from tracker.store.merging import unmerge as unmerge_measure

    with _writing(context) as connection:
        unmerge_measure(connection, find_measure(connection, measure), reason)
    diagnostics.note(f"{measure} is a measure of its own")


def distinct(context: typer.Context, measure: Measure, other: Other, reason: Reason = None) -> None:
    """Say that two measures are not the same, so that the program never merges them.

    \b
    Example:
      tracker distinct us/119/~harbor-bill-2025-05 us/119/s2001
    """
    from tracker.store.merging import say_distinct

    with _writing(context) as connection:
        one, two = (_id(context, connection, name) for name in (measure, other))
        say_distinct(connection, one, two, reason)
    diagnostics.note(f"{measure} and {other} are not the same")


@alias_app.command("add")
def add_alias(
    context: typer.Context,
    measure: Measure,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Another name of it.")],
) -> None:
    """Give a measure another name, by which articles and commands find it.

    \b
    Example:
      tracker alias add us/119/s1241 "bone-crushing sanctions bill"
    """
    from tracker.store.merging import add_alias as add

    with _writing(context) as connection:
        add(connection, _id(context, connection, measure), name)
    diagnostics.note(f'{measure} is called "{name}" too')


@contextmanager
def _writing(context: typer.Context) -> "Iterator[Connection]":
    from tracker.cli.stores import ready_to_write

    with ready_to_write(settings.of(context).database) as engine, engine.begin() as connection:
        yield connection


def _id(context: typer.Context, connection: "Connection", name: str) -> int:
    """A key means its own measure, merged or not; any other name the one that it leads to."""
    from tracker.reports import Asked, open_source
    from tracker.reports.finding import find_measure as find_by_name
    from tracker.store.merging import measure_of_key

    if (measure_id := measure_of_key(connection, name)) is not None:
        return measure_id
    with open_source(settings.of(context).database) as source:
        return find_by_name(source, name, Asked()).id
