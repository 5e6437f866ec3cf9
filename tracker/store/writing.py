"""An article and its record into the store: wholly or not at all, and once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version
from typing import Any, Literal

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tracker.article import Article
from tracker.errors import DatabaseError
from tracker.models import table
from tracker.readers.fingerprint import content_hash
from tracker.record import Bill, Claim, Measure, Package, Record, Status
from tracker.store.congress import chamber_of, congress_days
from tracker.store.copies import (
    Outcome,
    Standing,
    note_bands,
    note_copy,
    standing,
    supersede,
)
from tracker.store.keys import StatedKey, stated_key
from tracker.store.measures import canonical_ids, note_measure, note_places
from tracker.store.partial_dates import effective_day, interval
from tracker.store.people import find_people
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


@dataclass(frozen=True)
class _Document:
    """What every row that comes from one article repeats."""

    article: Article
    article_id: int
    run_id: int
    tier: str
    published: date | None
    now: datetime


@dataclass(frozen=True)
class _Stated:
    """A measure of the record with its place in the store."""

    part: int
    measure: Bill | Package
    key: StatedKey
    stated_id: int


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
        seen, the claims of a `near-duplicate` are not stored again, and a `new version` supersedes
        those of the old one.

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
    if found.outcome == "near-duplicate":
        return "near-duplicate"
    stated = [
        _write_measure(connection, document, part, measure, key)
        for part, measure, key in _keyed(document, record)
    ]
    _write_mentions_and_claims(connection, document, stated)
    if found.outcome == "new version" and found.other_id is not None:
        supersede(connection, found.other_id, document.now)
    elif found.outcome == "older version":
        supersede(connection, document.article_id, document.now)
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
) -> _Document:
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
            "language": article.language,
            "text": article.text,
            "near_hash": content_hash(article.text),
            "duplicate_of_id": found.other_id if found.outcome == "near-duplicate" else None,
            "version_of_id": found.other_id if found.outcome == "new version" else None,
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
    return _Document(article, article_id, run_id, _TIERS[kind], published, now)


def _keyed(document: _Document, record: Record) -> Iterable[tuple[int, Bill | Package, StatedKey]]:
    """Each measure with its key; two described alike in one article are still two."""
    taken: dict[str, int] = {}
    for part, measure in enumerate(record.measures, start=1):
        key = stated_key(measure, document.published, document.article.sha256)
        taken[key.key] = taken.get(key.key, 0) + 1
        if "~" in key.key and taken[key.key] > 1:
            key = StatedKey(f"{key.key}-{taken[key.key]}", key.basis)
        yield part, measure, key


def _write_measure(
    connection: Connection,
    document: _Document,
    part: int,
    measure: Bill | Package,
    key: StatedKey,
) -> _Stated:
    note_places(connection, (*measure.jurisdiction, *measure.targets))
    stated_id = note_measure(connection, measure, key, document.now)
    return _Stated(part, measure, key, stated_id)


def _write_mentions_and_claims(
    connection: Connection, document: _Document, stated: Sequence[_Stated]
) -> None:
    canonical = canonical_ids(connection, {each.stated_id for each in stated})
    rows: dict[str, list[dict[str, Any]]] = {}
    mentions: list[dict[str, Any]] = []
    for each in stated:
        people = _people(connection, document, each.measure)
        mentions += _measure_mentions(document, each, canonical[each.stated_id])
        mentions += _person_mentions(document, each, people)
        common = {
            "measure_id": canonical[each.stated_id],
            "stated_measure_id": each.stated_id,
            "article_id": document.article_id,
            "run_id": document.run_id,
            "tier": document.tier,
            "reported_on": document.published,
            "recorded_at": document.now,
        }
        for name, values in _claim_rows(document, each.measure, people):
            rows.setdefault(name, []).append({**common, **values})
    insert_rows(connection, table("mention"), mentions)
    for name, claims in rows.items():
        insert_rows(connection, table(name), claims)


def _people(
    connection: Connection, document: _Document, measure: Bill | Package
) -> Mapping[str, int]:
    """Who the sponsors and speakers are, where that is certain."""
    speakers = {status.speaker for status in measure.statuses if status.speaker}
    found = find_people(
        connection, {name for name in speakers if " " in name.strip()}, document.published
    )
    if isinstance(measure, Bill) and measure.jurisdiction == ("US",):
        since = congress_days(measure.congress)[0] if measure.congress else None
        found |= find_people(
            connection,
            {sponsor.name for sponsor in measure.sponsors},
            document.published,
            chamber_of(measure.number) if measure.number else None,
            since,
        )
    return found


def _measure_mentions(
    document: _Document, stated: _Stated, measure_id: int
) -> Iterable[dict[str, Any]]:
    evidence = json.dumps({"key": stated.key.key, "basis": stated.key.basis})
    for mention in stated.measure.mentions:
        yield {
            "article_id": document.article_id,
            "run_id": document.run_id,
            "kind": "measure",
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "part": stated.part,
            "measure_id": measure_id,
            "stated_measure_id": stated.stated_id,
            "person_id": None,
            "resolution": "provisional" if stated.key.provisional else "linked",
            "evidence": evidence,
        }


def _person_mentions(
    document: _Document, stated: _Stated, people: Mapping[str, int]
) -> Iterable[dict[str, Any]]:
    for name, near in _named(stated.measure).items():
        start = document.article.text.find(name, near)
        if start < 0:
            start = document.article.text.find(name)
        if start < 0:
            continue
        person = people.get(name)
        yield {
            "article_id": document.article_id,
            "run_id": document.run_id,
            "kind": "person",
            "start": start,
            "end": start + len(name),
            "text": name,
            "part": stated.part,
            "measure_id": None,
            "stated_measure_id": None,
            "person_id": person,
            "resolution": "unresolved" if person is None else "linked",
            "evidence": json.dumps({"on": document.published and document.published.isoformat()}),
        }


def _named(measure: Measure) -> dict[str, int]:
    """Every person named, with the place from which the name is looked for."""
    named = {status.speaker: status.start for status in measure.statuses if status.speaker}
    if isinstance(measure, Bill):
        named |= {sponsor.name: sponsor.start for sponsor in measure.sponsors}
    return named


def _claim_rows(
    document: _Document, measure: Bill | Package, people: Mapping[str, int]
) -> Iterable[tuple[str, dict[str, Any]]]:
    """The rows of the claims' own columns, each with its table."""
    for status in measure.statuses:
        yield (
            "status_change",
            {
                **_quoted(status),
                **dated(status.date, document.published, foretold=_is_foretold(status)),
                "status": status.status,
                "modality": status.modality,
                "body": status.body,
                "speaker": status.speaker,
                "condition": status.condition,
            },
        )
    for threshold in measure.thresholds:
        yield (
            "vote_threshold",
            {
                **_quoted(threshold),
                "rule": threshold.rule,
                "stance": threshold.stance,
                "required": threshold.required,
            },
        )
    for vote in measure.votes:
        yield (
            "vote",
            {
                **_quoted(vote),
                **dated(vote.date, document.published),
                "body": vote.body,
                "on_status": vote.on,
                "yeas": vote.yeas,
                "nays": vote.nays,
                "abstain": vote.abstain,
                "result": vote.result,
            },
        )
    yield from (
        _bill_rows(document, measure, people)
        if isinstance(measure, Bill)
        else (
            (
                "designation",
                {
                    **_quoted(designation),
                    "type": designation.type,
                    "count": designation.count,
                    "comparator": designation.comparator,
                },
            )
            for designation in measure.designations
        )
    )


def _bill_rows(
    document: _Document, bill: Bill, people: Mapping[str, int]
) -> Iterable[tuple[str, dict[str, Any]]]:
    for sponsor in bill.sponsors:
        yield (
            "sponsorship",
            {
                **_quoted(sponsor),
                **dated(None, document.published),
                "name": sponsor.name,
                "person_id": people.get(sponsor.name),
                "role": sponsor.role,
            },
        )
    for support in bill.support:
        yield (
            "support",
            {
                **_quoted(support),
                "kind": support.kind,
                "count": support.count,
                "comparator": support.comparator,
                "body": support.body,
            },
        )


def _quoted(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "found_by": claim.found_by or None,
    }


def _is_foretold(status: Status) -> bool:
    return status.modality not in ("actual", "negated")


def dated(told: str | None, published: date | None, *, foretold: bool = False) -> dict[str, Any]:
    """The columns of a date: as told, its bounds, and the day by which it was so.

    Args:
        told: ISO 8601 date, only as exact as the document makes it.
        published: Day of the document's publication.
        foretold: Whether it lies ahead of the publication.
    """
    span = interval(told)
    return {
        "date": told,
        "date_from": span.start if span else None,
        "date_to": span.end if span else None,
        "effective_on": (span.last if span else None)
        if foretold
        else effective_day(told, published),
    }
