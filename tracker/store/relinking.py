"""Working out anew which measures are one, where something was added."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select

from tracker.models import table
from tracker.store.candidates import gather
from tracker.store.linking import Link, find_links
from tracker.store.repointing import repoint


def relink(connection: Connection, ids: Collection[int], now: datetime) -> None:
    """Link the measures `ids`, and those on which they bear, as all that is known says.

    What a user merged stays merged. Only links that changed are written, so that the log keeps
    the time at which each was made.
    """
    if not ids:
        return
    measures, scope = gather(connection, ids)
    wanted = {
        link.measure_id: link
        for link in find_links(measures, _distinct(connection, scope))
        if link.measure_id in scope
    }
    merge = table("measure_merge")
    known = {
        row.measure_id: row
        for row in connection.execute(select(merge).where(merge.c.measure_id.in_(scope)))
    }
    by_user = {each for each, row in known.items() if row.merged_by == "user"}
    into = {each: row.into_id for each, row in known.items() if each in by_user}
    wanted = {
        each: link
        for each, link in wanted.items()
        if each not in by_user and not _leads_back(link, into)
    }
    gone = [each for each in known.keys() - by_user if not _is_same(known[each], wanted.get(each))]
    made = [link for each, link in wanted.items() if each not in known or each in gone]
    if not gone and not made:
        return
    connection.execute(delete(merge).where(merge.c.measure_id.in_(gone)))
    if made:
        connection.execute(insert(merge), [_logged(link, now) for link in made])
    repoint(connection, {*gone, *(link.measure_id for link in made)})


def _distinct(connection: Connection, scope: Collection[int]) -> set[frozenset[int]]:
    rows = table("measure_distinct")
    found = connection.execute(
        select(rows.c.measure_id, rows.c.other_id).where(
            or_(rows.c.measure_id.in_(scope), rows.c.other_id.in_(scope))
        )
    )
    return {frozenset(row) for row in found}


def _leads_back(link: Link, by_user: dict[int, int]) -> bool:
    """Whether a user merged the one linked to into the one that is to be linked."""
    each = link.into_id
    while each in by_user:
        each = by_user[each]
    return each == link.measure_id


def _is_same(row: object, link: Link | None) -> bool:
    return link is not None and (row.into_id, row.rule, row.reason) == (  # type: ignore[attr-defined]
        link.into_id,
        link.rule,
        link.reason,
    )


def _logged(link: Link, now: datetime) -> dict[str, object]:
    return {
        "measure_id": link.measure_id,
        "into_id": link.into_id,
        "merged_by": "linker",
        "rule": link.rule,
        "reason": link.reason,
        "merged_at": now,
    }
