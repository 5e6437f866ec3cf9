"""An article and its record into the store: wholly or not at all, and once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from typing import Any, Literal

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tracker.article import Article
from tracker.errors import DatabaseError
from tracker.models import table
from tracker.readers.fingerprint import content_hash
from tracker.record import Bill, Package, Record
from tracker.store.arranging import arrange
from tracker.store.claims import Document, Stated, claim_rows, mention_rows
from tracker.store.congress import chamber_of, congress_days
from tracker.store.copies import (
    Outcome,
    Standing,
    note_bands,
    note_copy,
    standing,
)
from tracker.store.keys import StatedKey, stated_key
from tracker.store.measures import Told, canonical_ids, note_measures, note_places
from tracker.store.partial_dates import interval
from tracker.store.people import Seat, find_people
from tracker.store.relinking import relink
from tracker.store.rows import insert_row, insert_rows, utc_now
from tracker.store.schema import unusable

ArticleKind = Literal["article", "press release", "official record"]

_TIERS = {"article": "press", "press release": "release", "official record": "official"}


@dataclass(frozen=True)
class Reading:
    """What read an article.

    Attributes:
        extractor: Name of the extractor.
        rules_version: Version of the program that its rules belong to.
        lexicon_sha256: Hash of the word lists, where it uses any.
    """

    extractor: str = "rules"
    rules_version: str = field(default_factory=lambda: version("sanctions-tracker"))
    lexicon_sha256: str | None = None


def store_article(
    engine: Engine,
    article: Article,
    record: Record,
    reading: Reading | None = None,
    kind: ArticleKind = "article",
) -> Outcome:
    """Store an article with what it says, in one transaction.

    Args:
        engine: Engine on a store that is up to date.
        article: The article.
        record: What it says.
        reading: What read it; the program's own rules by default.
        kind: What sort of document it is.

    Returns:
        How it stood to what was in the store. A `known` article changes nothing but where it was
        seen, the claims of a `near-duplicate` do not count, and a `new version` supersedes those of
        the old one. What is stored already may count otherwise now (see `arranging`).

    Raises:
        DatabaseError: A quote is not at its place in the text, or the database refuses a row.
    """
    try:
        with engine.begin() as connection:
            return write_record(connection, article, record, reading or Reading(), kind)
    except DBAPIError as error:
        raise unusable(engine, error) from None


def write_record(
    connection: Connection,
    article: Article,
    record: Record,
    reading: Reading,
    kind: ArticleKind = "article",
) -> Outcome:
    """Write an article and its record in the open transaction; see `store_article`."""
    check_grounding(article, record)
    found = standing(connection, article)
    if found.outcome == "known" and found.other_id is not None:
        note_copy(connection, found.other_id, article, utc_now())
        return "known"
    document = _write_article(connection, article, reading, kind, found)
    stated = _write_measures(connection, document, record)
    _write_mentions_and_claims(connection, document, stated)
    arrange(connection, document.article_id, document.now)
    relink(connection, {each.stated_id for each in stated}, document.now)
    return found.outcome


def check_grounding(article: Article, record: Record) -> None:
    """Check that every quote and mention stands in the text where it says.

    Raises:
        DatabaseError: One does not, or the text cannot be stored.
    """
    where = article.id or article.origin or article.title
    try:
        article.text.encode()
    except UnicodeEncodeError:
        raise DatabaseError("the text holds half characters", where=where) from None
    if "\0" in article.text:
        raise DatabaseError("the text holds NUL characters", where=where)
    for measure in record.measures:
        spans = [(mention.text, mention.start, mention.end) for mention in measure.mentions]
        spans += [(claim.quote, claim.start, claim.end) for claim in measure.claims()]
        for words, start, end in spans:
            if not words or article.text[start:end] != words:
                raise DatabaseError(
                    f'the text has no "{words[:60]}" at characters {start} to {end}', where=where
                )


def _write_article(
    connection: Connection,
    article: Article,
    reading: Reading,
    kind: ArticleKind,
    found: Standing,
) -> Document:
    now = utc_now()
    span = interval(article.published)
    article_id = insert_row(
        connection,
        table("article"),
        {
            "sha256": article.sha256,
            "external_id": article.id,
            "kind": kind,
            "title": article.title,
            "url": article.url,
            "canonical_url": article.canonical_url,
            "publisher": article.publisher,
            "published_at": article.published,
            "published_source": article.published_from,
            "published_time": article.published_time,
            "seen_at": article.seen_at,
            "language": article.language,
            "text": article.text,
            "near_hash": content_hash(article.text),
            "duplicate_of_id": found.other_id if found.outcome == "near-duplicate" else None,
            "ingested_at": now,
        },
    )
    note_bands(connection, article_id, article.text)
    run_id = insert_row(
        connection,
        table("extraction_run"),
        {
            "article_id": article_id,
            "extractor": reading.extractor,
            "rules_version": reading.rules_version,
            "lexicon_sha256": reading.lexicon_sha256,
            "started_at": now,
        },
    )
    published = span.last if span else None
    return Document(article, article_id, run_id, _TIERS[kind], published, now)


def _write_measures(connection: Connection, document: Document, record: Record) -> list[Stated]:
    told = list(_keyed(document, record))
    places = {code for each, _ in told for code in (*each.jurisdiction, *each.targets)}
    note_places(connection, places)
    ids = note_measures(connection, told, document.article_id, document.now)
    canonical = canonical_ids(connection, set(ids))
    people = _people(connection, document, record)
    return [
        Stated(part, measure, key, ids[part - 1], canonical[ids[part - 1]], named)
        for part, ((measure, key), named) in enumerate(zip(told, people, strict=True), start=1)
    ]


def _keyed(document: Document, record: Record) -> Iterable[Told]:
    """Each measure with its key; two described alike in one article are still two."""
    taken: dict[str, int] = {}
    for measure in record.measures:
        key = stated_key(measure, document.published, document.article.sha256)
        taken[key.key] = taken.get(key.key, 0) + 1
        if "~" in key.key and taken[key.key] > 1:
            key = StatedKey(f"{key.key}-{taken[key.key]}", key.basis)
        yield measure, key


def _write_mentions_and_claims(
    connection: Connection, document: Document, stated: Sequence[Stated]
) -> None:
    mentions = [row for each in stated for row in mention_rows(document, each)]
    insert_rows(connection, table("mention"), mentions)
    claims: dict[str, list[dict[str, Any]]] = {}
    for each in stated:
        for name, row in claim_rows(document, each):
            claims.setdefault(name, []).append(row)
    for name, rows in claims.items():
        insert_rows(connection, table(name), rows)


def _people(
    connection: Connection, document: Document, record: Record
) -> Sequence[Mapping[str, int]]:
    """For each measure who the sponsors and speakers are, where that is certain."""
    asked: dict[Seat, set[str]] = {}
    for measure in record.measures:
        for seat, names in _sought(measure, document.published):
            asked.setdefault(seat, set()).update(names)
    found = {seat: find_people(connection, names, seat) for seat, names in asked.items() if names}
    return [
        {
            name: found[seat][name]
            for seat, names in _sought(measure, document.published)
            for name in names
            if name in found.get(seat, ())
        }
        for measure in record.measures
    ]


def _sought(measure: Bill | Package, day: date | None) -> Iterable[tuple[Seat, set[str]]]:
    """The names that a measure's claims give, with the seats that their bearers may have held."""
    speakers = {status.speaker for status in measure.statuses if status.speaker}
    yield Seat(day), {name for name in speakers if " " in name.strip()}
    if isinstance(measure, Bill) and measure.jurisdiction == ("US",):
        chamber = chamber_of(measure.number) if measure.number else None
        since = congress_days(measure.congress)[0] if measure.congress else None
        yield Seat(day, chamber, since), {sponsor.name for sponsor in measure.sponsors}
