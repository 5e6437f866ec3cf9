"""Saved queries, shipped and the user's own."""

from difflib import get_close_matches

from tracker.errors import DatabaseError, UsageError
from tracker.listing import Listing
from tracker.sql.saved_queries import SavedQuery, shipped

_KEPT = "SELECT name, coalesce(description, '') AS description, sql FROM saved_query ORDER BY name"


def all_queries(database: str) -> dict[str, SavedQuery]:
    """Every query by name; the user's own goes before a shipped one of the same name."""
    return shipped() | _kept(database)


def named(database: str, name: str) -> SavedQuery:
    """The query of that name.

    Raises:
        UsageError: There is none.
    """
    known = all_queries(database)
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3)
    raise UsageError(
        f"there is no saved query @{name}",
        cure=f"did you mean @{' or @'.join(near)}?" if near else "`tracker sql --list` names them",
    )


def listed(database: str) -> Listing:
    """The queries as a listing."""
    return Listing(
        ("name", "origin", "answers"),
        [
            (f"@{each.name}", each.origin, each.description)
            for each in all_queries(database).values()
        ],
    )


def keep(database: str, name: str, text: str, description: str | None) -> None:
    """Keep a query in the store, in place of one of that name.

    Raises:
        UsageError: The name is none, or there is nothing to keep.
    """
    from tracker.cli.stores import ready_to_write
    from tracker.models import table
    from tracker.sql.tokens import without_leading_comments
    from tracker.store.rows import upsert, utc_now

    if not name.isidentifier():
        raise UsageError(
            f"{name!r} is no name for a query", cure="use letters, digits and underscores"
        )
    if not without_leading_comments(text):
        raise UsageError("there is no statement to keep", cure="give one after --save NAME")
    row = {"name": name, "sql": text, "description": description, "saved_at": utc_now()}
    with ready_to_write(database) as engine, engine.begin() as connection:
        upsert(connection, table("saved_query"), [row], ["name"])


def drop(database: str, name: str) -> None:
    """Take a query that was kept out of the store.

    Raises:
        UsageError: None of that name was kept.
    """
    from sqlalchemy import delete

    from tracker.cli.stores import ready_to_write
    from tracker.models import table

    kept = table("saved_query")
    with ready_to_write(database) as engine, engine.begin() as connection:
        found = connection.execute(delete(kept).where(kept.c.name == name)).rowcount
    if not found:
        why = "ships with the program" if name in shipped() else "was not kept in this store"
        raise UsageError(f"@{name} {why}", cure="`tracker sql --list` names those that are saved")


def _kept(database: str) -> dict[str, SavedQuery]:
    from tracker.reports import open_source

    try:
        with open_source(database) as source:
            rows = source.rows(_KEPT).rows
    except DatabaseError:
        return {}
    return {
        str(name): SavedQuery(str(name), str(about), str(text), "saved")
        for name, about, text in rows
    }
