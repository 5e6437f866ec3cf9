"""`tracker schema`: what there is to query."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import settings
from tracker.cli.output import OutputFormat, show
from tracker.cli.output.formats import is_read_by_eye, without_empty
from tracker.errors import UsageError
from tracker.listing import Listing
from tracker.sql.dates import MEANINGS

if TYPE_CHECKING:
    from tracker.store.catalogue import Column, Relation


def _complete(incomplete: str) -> list[tuple[str, str]]:
    from tracker.store.catalogue import catalogue

    return [
        (relation.name, relation.kind)
        for relation in catalogue()
        if relation.name.startswith(incomplete.lower())
    ]


def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="TABLE",
            help="A table or view; all of them if none.",
            autocompletion=_complete,
        ),
    ] = None,
    format: OutputFormat = None,
) -> None:
    """List tables, views and functions, or the columns of a table or view.

    \b
    Example:
      tracker schema
      tracker schema bill_status
    """
    describe(name, format, color=settings.of(context).color)


def describe(name: str | None, format: str | None, *, color: bool, in_shell: bool = False) -> None:
    """Print the tables and views, or the columns of one.

    Args:
        name: The one; None for all.
        format: How to print them.
        color: Whether terminal styling is welcome.
        in_shell: Whether this is read in `tracker shell`, where queries stand alone.

    Raises:
        UsageError: There is none of that name.
    """
    from tracker.store.catalogue import catalogue

    relations = catalogue()
    if name is None:
        show(_all(relations), format, color=color)
        return
    relation = _named(relations, name)
    by_eye = is_read_by_eye(format)
    if by_eye:
        typer.echo(f"{relation.kind} {relation.name}: {relation.meaning}\n")
    show(without_empty(_columns(relation)), format, color=color)
    if by_eye:
        query = example_query(relation)
        typed = f"{query};" if in_shell else f'tracker sql "{query}"'
        typer.echo(f"\nExample:\n  {typed}")


def example_query(relation: "Relation") -> str:
    """A query that shows what a table or view holds, or what it is most often asked."""
    if relation.name == "claim":
        return "SELECT says, quote FROM claim WHERE claim = 'status-12'"
    listed = ", ".join(column.name for column in _telling(relation)[:5])
    return f"SELECT {listed} FROM {relation.name} LIMIT 10"  # noqa: S608  names of our own


def _telling(relation: "Relation") -> "list[Column]":
    """The columns that say something by themselves, or all if there are none."""
    telling = [
        column
        for column in relation.columns
        if not column.name.endswith("id")
        and column.name not in {"text", "start_offset", "end_offset"}
    ]
    return telling or list(relation.columns)


def _all(relations: "tuple[Relation, ...]") -> Listing:
    return Listing(
        ("name", "kind", "one row is"),
        [
            *((relation.name, relation.kind, relation.meaning) for relation in relations),
            *((call, "function", meaning) for call, meaning in MEANINGS.items()),
        ],
    )


def _named(relations: "tuple[Relation, ...]", name: str) -> "Relation":
    by_name = {relation.name: relation for relation in relations}
    if name.lower() in by_name:
        return by_name[name.lower()]
    near = get_close_matches(name.lower(), by_name, n=3)
    raise UsageError(
        f"there is no table or view {name!r}",
        cure=f"did you mean {' or '.join(near)}?" if near else "`tracker schema` lists them",
    )


def _columns(relation: "Relation") -> Listing:
    return Listing(
        ("column", "type", "key", "meaning"),
        [
            (column.name, column.type.lower() or None, column.key or None, column.meaning)
            for column in relation.columns
        ],
    )
