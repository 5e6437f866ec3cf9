"""Working out anew which measures are one, where something was added."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from tracker.models import table
from tracker.store.candidates import gather
from tracker.store.linking import Link, find_links
from tracker.store.repointing import repoint
from tracker.store.rows import insert_rows


def relink(connection: Connection, ids: Collection[int], now: datetime) -> None:
    """Link the measures `ids`, and those on which they bear, as all that is known says.

    What a user merged stays merged. Only links that changed are written, and one that holds for
    another reason keeps its time, so that the log tells since when each measure counts as which.
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
    ended = [known[each] for each in gone if not _counts_alike(known[each], wanted.get(each))]
    note_ended(connection, ended, now)
    connection.execute(delete(merge).where(merge.c.measure_id.in_(gone)))
    if made:
        since = {each: row.merged_at for each, row in known.items() if row not in ended}
        connection.execute(
            insert(merge), [_logged(link, since.get(link.measure_id, now)) for link in made]
        )
    repoint(connection, {*gone, *(link.measure_id for link in made)})


def note_ended(connection: Connection, merges: Sequence[Row[Any]], now: datetime) -> None:
    """Keep merges that the program made and that end now, for reports of their time."""
    kept = ("measure_id", "into_id", "rule", "reason", "merged_at")
    rows = [{**{name: getattr(row, name) for name in kept}, "ended_at": now} for row in merges]
    insert_rows(connection, table("past_merge"), rows)


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


def _counts_alike(row: Row[Any], link: Link | None) -> bool:
    return link is not None and row.into_id == link.into_id


def _is_same(row: Row[Any], link: Link | None) -> bool:
    return link is not None and (row.into_id, row.rule, row.reason) == (
        link.into_id,
        link.rule,
        link.reason,
    )


def _logged(link: Link, since: datetime) -> dict[str, object]:
    return {
        "measure_id": link.measure_id,
        "into_id": link.into_id,
        "merged_by": "linker",
        "rule": link.rule,
        "reason": link.reason,
        "merged_at": since,
    }
