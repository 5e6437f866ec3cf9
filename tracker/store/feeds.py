"""The feeds that are watched, and how they fare."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from tracker.errors import UsageError
from tracker.models import table
from tracker.store.rows import utc_now

_FIRST_PAUSE = timedelta(minutes=15)
_LONGEST_PAUSE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched.

    Attributes:
        url: Its address.
        summary_only: Whether its entries are stored as they stand in it.
        next_pull_at: Not fetched before this time in UTC, None if it is due.
        failures: Failed fetches since the last good one.
    """

    url: str
    summary_only: bool
    next_pull_at: datetime | None
    failures: int

    def is_due(self, now: datetime) -> bool:
        """Whether it may be fetched at that time in UTC."""
        return self.next_pull_at is None or self.next_pull_at <= now


def add_feed(connection: Connection, url: str, *, summary_only: bool) -> bool:
    """Watch a feed from now on.

    Returns:
        Whether it was not watched before; if it was, only `summary_only` changes.
    """
    feed = table("feed")
    changed = connection.execute(
        update(feed).where(feed.c.url == url).values(summary_only=summary_only)
    )
    if changed.rowcount:
        return False
    connection.execute(
        insert(feed).values(url=url, summary_only=summary_only, added_at=utc_now(), failures=0)
    )
    return True


def remove_feed(connection: Connection, url: str) -> None:
    """Watch a feed no longer; the articles that it gave stay.

    Raises:
        UsageError: It is not watched.
    """
    feed = table("feed")
    if not connection.execute(delete(feed).where(feed.c.url == url)).rowcount:
        raise UsageError("no such feed is watched", where=url, cure="see `tracker feed list`")


def watched_feeds(connection: Connection) -> list[Feed]:
    """All feeds, in the order in which they were added."""
    feed = table("feed")
    rows = connection.execute(
        select(feed.c.url, feed.c.summary_only, feed.c.next_pull_at, feed.c.failures).order_by(
            feed.c.id
        )
    )
    return [Feed(*row) for row in rows]


def note_pull(connection: Connection, url: str, title: str | None) -> None:
    """Keep that a feed was fetched well."""
    feed = table("feed")
    connection.execute(
        update(feed)
        .where(feed.c.url == url)
        .values(
            title=func.coalesce(title, feed.c.title),
            pulled_at=utc_now(),
            next_pull_at=None,
            failures=0,
            last_error=None,
        )
    )


def note_failure(
    connection: Connection, feed: Feed, error: str, retry_after: float | None
) -> datetime:
    """Keep that a feed failed, and let it rest: longer each time, or as long as its site wants.

    Returns:
        The time in UTC before which it is not fetched again.
    """
    doubled: int = 2 ** min(feed.failures, 10)
    pause = min(_FIRST_PAUSE * doubled, _LONGEST_PAUSE)
    if retry_after is not None:
        pause = max(pause, timedelta(seconds=retry_after))
    next_pull_at = utc_now() + pause
    rows = table("feed")
    connection.execute(
        update(rows)
        .where(rows.c.url == feed.url)
        .values(next_pull_at=next_pull_at, failures=feed.failures + 1, last_error=error[:500])
    )
    return next_pull_at
