"""Putting versions and copies in order once an article is stored.

What is stored later may belong before what is there: an older version of a page, or the original
of a copy that was read first. Then the places of the others change, and which claims count.
"""

from datetime import datetime
from heapq import heapify, heappop, heappush

from sqlalchemy import Connection, func, select, update

from tracker.models import table
from tracker.store.copies import original_of, younger_ones_like
from tracker.store.precedence import Placed, stored_articles
from tracker.store.rows import insert_row

_CLAIMS = (
    "status_change",
    "sponsorship",
    "support",
    "vote_threshold",
    "vote",
    "designation",
)


def arrange(connection: Connection, article_id: int, now: datetime) -> None:
    """Put an article that was just stored in its place among its versions and its copies.

    Args:
        connection: A connection in a transaction.
        article_id: The article, with its claims, its bands and what it repeats.
        now: The time at which that changes what counts, UTC.
    """
    row = connection.execute(stored_articles(table("article").c.id == article_id)).one()
    article = Placed.stored(row)
    changed = {article_id}
    if article.canonical_url is not None:
        changed |= _order_versions(connection, article.canonical_url, now)
    if article.duplicate_of_id is None:
        changed |= _review_copies(connection, article, now)
    for each in changed:
        _count_or_not(connection, each, now)


def _order_versions(connection: Connection, canonical_url: str, now: datetime) -> set[int]:
    """Let each version of a page replace the one before it; give those that change."""
    stored = table("article")
    rows = connection.execute(stored_articles(stored.c.canonical_url == canonical_url))
    versions = [each.id for each in sorted(map(Placed.stored, rows), key=Placed.version)]
    changed = set()
    for before, each, after in zip(
        (None, *versions[:-1]), versions, (*versions[1:], None), strict=True
    ):
        replaced = stored.c.superseded_at.isnot(None)
        is_right = (stored.c.version_of_id.is_not_distinct_from(before)) & (
            replaced if after else ~replaced
        )
        moved = connection.execute(
            update(stored)
            .where(stored.c.id == each, ~is_right)
            .values(
                version_of_id=before,
                superseded_at=func.coalesce(stored.c.superseded_at, now) if after else None,
            )
        )
        if moved.rowcount and each is not None:
            changed.add(each)
    return changed


def _review_copies(connection: Connection, original: Placed, now: datetime) -> set[int]:
    """Ask anew what the younger articles repeat that may repeat one; give those that change."""
    stored = table("article")
    waiting = [(each.age(), each.id) for each in younger_ones_like(connection, original)]
    heapify(waiting)
    changed: set[int] = set()
    while waiting:
        _, each_id = heappop(waiting)
        each = Placed.stored(connection.execute(stored_articles(stored.c.id == each_id)).one())
        repeated = original_of(connection, each)
        if repeated == each.duplicate_of_id or each.id is None:
            continue
        past = {"article_id": each_id, "duplicate_of_id": each.duplicate_of_id, "ended_at": now}
        insert_row(connection, table("past_repeat"), past)
        connection.execute(
            update(stored).where(stored.c.id == each_id).values(duplicate_of_id=repeated)
        )
        if (repeated is None) != (each.duplicate_of_id is None):
            changed.add(each.id)
            for other in younger_ones_like(connection, each):
                heappush(waiting, (other.age(), other.id))
    return changed


def _count_or_not(connection: Connection, article_id: int, now: datetime) -> None:
    """Let the last reading of an article count if nothing replaces or precedes it, else none."""
    stored, runs = table("article"), table("extraction_run")
    replaced, repeated = connection.execute(
        select(stored.c.superseded_at, stored.c.duplicate_of_id).where(stored.c.id == article_id)
    ).one()
    last = connection.scalar(select(func.max(runs.c.id)).where(runs.c.article_id == article_id))
    counts = replaced is None and repeated is None
    for name, key in (("extraction_run", "id"), *((name, "run_id") for name in _CLAIMS)):
        rows = table(name)
        wrong = rows.c.superseded_at.isnot(None) if counts else rows.c.superseded_at.is_(None)
        connection.execute(
            update(rows)
            .where(rows.c.article_id == article_id, rows.c[key] == last, wrong)
            .values(superseded_at=None if counts else now)
        )
