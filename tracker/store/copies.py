"""Telling whether an article is new, known, a copy of another, or a new version of one.

Copies are found by three tests, the surest first: the hash of the text, the hash of its words, and
the share of runs of words that two texts have in common. Other words at one address are versions
of one page. Which of several copies is the original and which version the newest follows from the
articles alone (`precedence.py`), not from the order in which they were stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, or_, select

from tracker.article import Article
from tracker.models import table
from tracker.readers.fingerprint import SAME, bands, content_hash, likeness
from tracker.store.precedence import Placed, stored_articles
from tracker.store.rows import insert_rows

Outcome = Literal[
    "new", "known", "near-duplicate", "new version", "older version", "earlier original"
]

_MOST_CANDIDATES = 50
"""How many texts that share a band are compared; a band of hundreds is one of boilerplate."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to those in the store.

    Attributes:
        outcome: `new`; `known`, the same words; `near-duplicate`, nearly the same words elsewhere;
            `new version` or `older version`, other words at the same address; `earlier original`,
            what an article that was stored before turns out to repeat.
        other_id: The article that it is known as, repeats, replaces, is replaced by, or precedes.
    """

    outcome: Outcome
    other_id: int | None = None


def standing(connection: Connection, article: Article) -> Standing:
    """Tell how an article stands to those in the store, changing nothing."""
    known = _same_words(connection, article)
    if known is not None:
        return Standing("known", known)
    placed = Placed.new(article)
    original = original_of(connection, placed)
    if original is not None:
        return Standing("near-duplicate", original)
    return _among_versions(connection, placed) or _before_copies(connection, placed)


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


def _same_words(connection: Connection, article: Article) -> int | None:
    stored = table("article")
    same = or_(stored.c.sha256 == article.sha256, stored.c.near_hash == content_hash(article.text))
    return connection.scalar(select(stored.c.id).where(same).order_by(stored.c.id).limit(1))


def original_of(connection: Connection, article: Placed) -> int | None:
    """The article that one repeats: of the older ones that repeat none, the likest."""
    older = (
        (-likeness, other.age(), other.id)
        for likeness, other in _alike(connection, article, originals=True)
        if other.age() < article.age()
    )
    return min(older, default=(0.0, (), None))[2]


def younger_ones_like(connection: Connection, article: Placed) -> list[Placed]:
    """The younger articles that are nearly the same, whichever they count as repeating."""
    alike = _alike(connection, article, originals=False)
    return [other for _, other in alike if other.age() > article.age()]


def _among_versions(connection: Connection, article: Placed) -> Standing | None:
    """How an article stands to the newest of those at its address."""
    if article.canonical_url is None:
        return None
    same_address = table("article").c.canonical_url == article.canonical_url
    versions = map(Placed.stored, connection.execute(stored_articles(same_address)))
    newest = max(versions, key=Placed.version, default=None)
    if newest is None:
        return None
    is_newer = newest.version() < article.version()
    return Standing("new version" if is_newer else "older version", newest.id)


def _before_copies(connection: Connection, article: Placed) -> Standing:
    """How an article that repeats none stands to those that may repeat it."""
    younger = younger_ones_like(connection, article)
    copy = next((each for each in younger if each.duplicate_of_id is None), None)
    return Standing("new") if copy is None else Standing("earlier original", copy.id)


def _alike(
    connection: Connection, article: Placed, *, originals: bool
) -> Iterator[tuple[float, Placed]]:
    """Stored articles at other addresses that are nearly the same, and how like they are."""
    stored, band = table("article"), table("article_band")
    shared = select(band.c.article_id).where(band.c.band.in_(bands(article.text))).distinct()
    candidates = stored_articles(stored.c.id.in_(shared))
    if originals:
        candidates = candidates.where(stored.c.duplicate_of_id.is_(None))
    candidates = candidates.order_by(stored.c.duplicate_of_id.isnot(None), stored.c.sha256)
    for row in connection.execute(candidates.limit(_MOST_CANDIDATES)):
        other = Placed.stored(row)
        if other.id != article.id and not other.is_at_address_of(article):
            common = likeness(article.text, other.text)
            if common >= SAME:
                yield common, other
