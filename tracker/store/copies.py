"""Telling whether an article is new, known, a copy of another, or a new version of one.

Copies are found by three tests, the surest first: the hash of the text, the hash of its words, and
the share of runs of words that two texts have in common. A text that is like none, or like an
older one, at the address of an article is a new version of that article.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, and_, func, insert, or_, select, update

from tracker.article import Article
from tracker.models import table
from tracker.readers.fingerprint import SAME, bands, content_hash, likeness
from tracker.store.rows import insert_rows

Outcome = Literal["new", "known", "near-duplicate", "new version", "older version"]

_CLAIMS = (
    "status_change",
    "sponsorship",
    "support",
    "vote_threshold",
    "vote",
    "designation",
)
_MOST_CANDIDATES = 20
"""How many texts that share a band are compared; a band of hundreds is one of boilerplate."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to those in the store.

    Attributes:
        outcome: `new`; `known`, the same words; `near-duplicate`, nearly the same words elsewhere;
            `new version` or `older version`, other words at the same address.
        other_id: The article that it is known as, repeats, replaces, or is replaced by.
    """

    outcome: Outcome
    other_id: int | None = None


def standing(connection: Connection, article: Article) -> Standing:
    """Tell how an article stands to those in the store, changing nothing."""
    known = _same_words(connection, article)
    if known is not None:
        return Standing("known", known)
    version = _at_same_address(connection, article)
    if version is not None:
        return version
    repeated = _like(connection, article)
    return Standing("new") if repeated is None else Standing("near-duplicate", repeated)


def note_copy(connection: Connection, article_id: int, article: Article, now: datetime) -> None:
    """Keep where else the text of a stored article was read, unless that is known."""
    place = (article.canonical_url or article.url, article.publisher)
    if place == (None, None):
        return
    stored = table("article")
    copies = table("article_copy")
    for source, key in ((stored, stored.c.id), (copies, copies.c.article_id)):
        address = func.coalesce(source.c.canonical_url, source.c.url)
        here = select(address, source.c.publisher).where(key == article_id)
        if any(place == tuple(row) for row in connection.execute(here)):
            return
    connection.execute(
        insert(copies).values(
            article_id=article_id,
            url=article.url,
            canonical_url=article.canonical_url,
            publisher=article.publisher,
            published_at=article.published,
            seen_at=now,
        )
    )


def note_bands(connection: Connection, article_id: int, text: str) -> None:
    """Keep what an article is found by as a copy of another."""
    rows = [{"band": band, "article_id": article_id} for band in sorted(set(bands(text)))]
    insert_rows(connection, table("article_band"), rows)


def supersede(connection: Connection, article_id: int, now: datetime) -> None:
    """Let a newer version take the place of an article; its claims stay readable."""
    article = table("article")
    connection.execute(update(article).where(article.c.id == article_id).values(superseded_at=now))
    for name in ("extraction_run", *_CLAIMS):
        rows = table(name)
        connection.execute(
            update(rows)
            .where(and_(rows.c.article_id == article_id, rows.c.superseded_at.is_(None)))
            .values(superseded_at=now)
        )


def _same_words(connection: Connection, article: Article) -> int | None:
    stored = table("article")
    same = or_(stored.c.sha256 == article.sha256, stored.c.near_hash == content_hash(article.text))
    return connection.scalar(select(stored.c.id).where(same).order_by(stored.c.id).limit(1))


def _at_same_address(connection: Connection, article: Article) -> Standing | None:
    """The standing version at the article's address, and which of the two is the newer one."""
    if article.canonical_url is None:
        return None
    stored = table("article")
    found = connection.execute(
        select(stored.c.id, stored.c.published_at)
        .where(
            stored.c.canonical_url == article.canonical_url,
            stored.c.superseded_at.is_(None),
            stored.c.duplicate_of_id.is_(None),
        )
        .order_by(stored.c.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    older = article.published and found.published_at and article.published < found.published_at
    return Standing("older version" if older else "new version", found.id)


def _like(connection: Connection, article: Article) -> int | None:
    """The article that this one repeats: the one most like it, if that is like enough."""
    stored, band = table("article"), table("article_band")
    shared = select(band.c.article_id).where(band.c.band.in_(bands(article.text))).distinct()
    candidates = connection.execute(
        select(stored.c.id, stored.c.text)
        .where(stored.c.id.in_(shared), stored.c.duplicate_of_id.is_(None))
        .order_by(stored.c.superseded_at.isnot(None), stored.c.id)
        .limit(_MOST_CANDIDATES)
    )
    likest = max(
        ((likeness(article.text, row.text), -row.id) for row in candidates), default=(0.0, 0)
    )
    return -likest[1] if likest[0] >= SAME else None
