"""One measure counting as another, and taking that back. Claims keep what they stated."""

from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select

from tracker.errors import UsageError
from tracker.models import table
from tracker.store.linking import Link
from tracker.store.measures import add_aliases
from tracker.store.relinking import note_ended, relink
from tracker.store.repointing import repoint
from tracker.store.rows import utc_now


def measure_of_key(connection: Connection, key: str) -> int | None:
    """The id of the measure of exactly that key, None if there is none."""
    measure = table("measure")
    found = connection.scalar(select(measure.c.id).where(measure.c.key == key))
    return None if found is None else int(found)


def find_measure(connection: Connection, key: str) -> int:
    """The id of the measure of exactly that key.

    Raises:
        UsageError: There is none.
    """
    found = measure_of_key(connection, key)
    if found is None:
        raise UsageError("no measure has this key", where=key, cure='see "tracker report bills"')
    return found


def merge(connection: Connection, measure_id: int, into_id: int, reason: str) -> None:
    """Say that a measure is another one: all its claims count there from now on.

    Args:
        connection: A connection in a transaction.
        measure_id: The measure that goes.
        into_id: The measure that stays.
        reason: Why, for the log.

    Raises:
        UsageError: They are one already, are of different kinds, or the first is merged already.
    """
    gone, stays = _measure(connection, measure_id), _measure(connection, into_id)
    root = stays.merged_into_id or stays.id
    if root in {measure_id, gone.merged_into_id}:
        raise UsageError(f"{gone.key} and {stays.key} are one already")
    if gone.kind != stays.kind:
        raise UsageError(f"{gone.key} is a {gone.kind}, {stays.key} is a {stays.kind}")
    if gone.merged_into_id is not None:
        raise UsageError(
            f"{gone.key} is merged into another measure", cure=f"tracker unmerge {gone.key} first"
        )
    _log(connection, Link(measure_id, into_id, "user", reason), "user", utc_now())
    repoint(connection, {measure_id})


def unmerge(connection: Connection, measure_id: int, reason: str | None = None) -> None:
    """Take a merge back, exactly: the measure has its own claims again, and the log no row of it.

    A merge that the program made by itself is not made again: the two are noted as not the same.
    Reports of the time at which it held still tell it; what a user took back never was.

    Raises:
        UsageError: The measure is not merged.
    """
    merges = table("measure_merge")
    row = connection.execute(select(merges).where(merges.c.measure_id == measure_id)).one_or_none()
    if row is None:
        raise UsageError(f"{_measure(connection, measure_id).key} is not merged into another")
    now = utc_now()
    if row.merged_by == "linker":
        _note_distinct(connection, measure_id, row.into_id, reason or "unmerged")
        note_ended(connection, [row], now)
    connection.execute(delete(merges).where(merges.c.measure_id == measure_id))
    repoint(connection, {measure_id, row.into_id})
    relink(connection, {measure_id, row.into_id}, now)


def say_distinct(connection: Connection, one: int, other: int, reason: str | None) -> None:
    """Remember that two measures are not the same: the program never merges them.

    Raises:
        UsageError: They are the same row, or a user merged them.
    """
    if one == other:
        raise UsageError("a measure cannot differ from itself")
    merges = table("measure_merge")
    for gone, into in ((one, other), (other, one)):
        merged_by = connection.scalar(
            select(merges.c.merged_by).where(merges.c.measure_id == gone, merges.c.into_id == into)
        )
        if merged_by == "user":
            key = _measure(connection, gone).key
            raise UsageError("you merged these two", cure=f"tracker unmerge {key} first")
    _note_distinct(connection, one, other, reason)
    relink(connection, {one, other}, utc_now())


def add_alias(connection: Connection, measure_id: int, alias: str) -> None:
    """Give a measure another name, by which later articles and queries find it."""
    now = utc_now()
    add_aliases(connection, measure_id, "user", {alias: None}, now)
    relink(connection, {measure_id}, now)


def _measure(connection: Connection, measure_id: int) -> Row[tuple[object, ...]]:
    measure = table("measure")
    return connection.execute(select(measure).where(measure.c.id == measure_id)).one()


def _note_distinct(connection: Connection, one: int, other: int, reason: str | None) -> None:
    first, second = sorted((one, other))
    rows = table("measure_distinct")
    known = select(rows.c.measure_id).where(rows.c.measure_id == first, rows.c.other_id == second)
    if connection.scalar(known) is None:
        values = {"measure_id": first, "other_id": second, "reason": reason}
        connection.execute(insert(rows), {**values, "decided_at": utc_now()})


def _log(connection: Connection, link: Link, merged_by: str, now: datetime) -> None:
    connection.execute(
        insert(table("measure_merge")),
        {
            "measure_id": link.measure_id,
            "into_id": link.into_id,
            "merged_by": merged_by,
            "rule": link.rule,
            "reason": link.reason,
            "merged_at": now,
        },
    )
