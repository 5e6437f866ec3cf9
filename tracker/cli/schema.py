"""`tracker schema`: what there is to query."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import settings
from tracker.cli.output import OutputFormat, show
from tracker.cli.output.formats import without_empty
from tracker.errors import UsageError
from tracker.listing import Listing

if TYPE_CHECKING:
    from tracker.store.catalogue import Relation


def schema(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="A table or view; all of them if none.")
    ] = None,
    format: OutputFormat = None,
) -> None:
    """List tables and views, or the columns of one.

    \b
    Example:
      tracker schema
      tracker schema bill_status
    """
    from tracker.store.catalogue import catalogue

    relations = catalogue()
    listing = _all(relations) if name is None else without_empty(_columns(_named(relations, name)))
    show(listing, format, color=settings.of(context).color)


def _all(relations: "tuple[Relation, ...]") -> Listing:
    return Listing(
        ("name", "kind", "one row is"),
        [(relation.name, relation.kind, relation.meaning) for relation in relations],
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
