"""What is kept of fetched addresses, to ask for them again only if they have changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from tracker.models import table
from tracker.store.rows import upsert, utc_now


@dataclass(frozen=True, slots=True)
class LastFetch:
    """The last good fetch of an address.

    Attributes:
        etag: The `ETag` that came with it.
        last_modified: The `Last-Modified` that came with it.
        fetched_at: When it was, in UTC.
    """

    etag: str | None
    last_modified: str | None
    fetched_at: datetime


def last_fetch(connection: Connection, url: str) -> LastFetch | None:
    """What is known of an address, None if it was never fetched."""
    kept = table("last_fetch")
    row = connection.execute(
        select(kept.c.etag, kept.c.last_modified, kept.c.fetched_at).where(kept.c.url == url)
    ).first()
    return LastFetch(*row) if row else None


def note_fetch(
    connection: Connection, url: str, etag: str | None, last_modified: str | None
) -> None:
    """Keep what came with an address, once what it gave is stored."""
    row = {
        "url": url,
        "etag": etag,
        "last_modified": last_modified,
        "fetched_at": utc_now(),
        "http_status": 200,
    }
    upsert(connection, table("last_fetch"), [row], ["url"])
