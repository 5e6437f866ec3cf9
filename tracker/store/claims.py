"""The rows that a measure of a record makes: its claims, and the words that name it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.article import Article
from tracker.record import Bill, Claim, Measure, Package, Status
from tracker.store.keys import StatedKey
from tracker.store.partial_dates import effective_day, interval

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """What every row that comes from one article repeats."""

    article: Article
    article_id: int
    run_id: int
    tier: str
    published: date | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Stated:
    """A measure of the record with its place in the store.

    Attributes:
        part: Its number in the record.
        measure: The measure.
        key: How the article names it.
        stated_id: The measure of that key.
        measure_id: What that one counts as.
        people: Ids of the people whom its claims name, where that is certain.
    """

    part: int
    measure: Bill | Package
    key: StatedKey
    stated_id: int
    measure_id: int
    people: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Facet:
    """Where a facet of a measure goes: its table, and what its claims have of their own."""

    table: str
    columns: tuple[str, ...]
    dated: bool = False


_FACETS = {
    "statuses": _Facet(
        "status_change", ("status", "modality", "body", "speaker", "condition"), dated=True
    ),
    "thresholds": _Facet("vote_threshold", ("rule", "stance", "required")),
    "votes": _Facet("vote", ("body", "yeas", "nays", "abstain", "result"), dated=True),
    "sponsors": _Facet("sponsorship", ("name", "role"), dated=True),
    "support": _Facet("support", ("kind", "count", "comparator", "body")),
    "designations": _Facet("designation", ("type", "count", "comparator")),
}


def claim_rows(document: Document, stated: Stated) -> Iterator[tuple[str, Row]]:
    """The rows of all claims about a measure, each with its table."""
    common = {
        "measure_id": stated.measure_id,
        "stated_measure_id": stated.stated_id,
        "article_id": document.article_id,
        "run_id": document.run_id,
        "tier": document.tier,
        "reported_on": document.published,
        "recorded_at": document.now,
    }
    for name, facet in _FACETS.items():
        for claim in getattr(stated.measure, name, ()):
            row = {**common, **_quoted(claim)}
            row |= {column: getattr(claim, column) for column in facet.columns}
            if facet.dated:
                told = getattr(claim, "date", None)
                row |= dated(told, document.published, foretold=_is_foretold(claim))
            if name == "votes":
                row["on_status"] = claim.on
            elif name == "sponsors":
                row["person_id"] = stated.people.get(claim.name)
            yield facet.table, row


def mention_rows(document: Document, stated: Stated) -> Iterator[Row]:
    """The rows of the words that name a measure, and of the people named with it."""
    evidence = json.dumps({"key": stated.key.key, "basis": stated.key.basis})
    for mention in stated.measure.mentions:
        yield _mention(
            document,
            stated,
            "measure",
            mention.start,
            mention.text,
            measure_id=stated.measure_id,
            stated_measure_id=stated.stated_id,
            resolution="provisional" if stated.key.provisional else "linked",
            evidence=evidence,
        )
    on = json.dumps({"on": document.published and document.published.isoformat()})
    for name, near in _named(stated.measure).items():
        text = document.article.text
        start = text.find(name, near)
        start = start if start >= 0 else text.find(name)
        if start >= 0:
            person = stated.people.get(name)
            resolution = "unresolved" if person is None else "linked"
            yield _mention(
                document,
                stated,
                "person",
                start,
                name,
                person_id=person,
                resolution=resolution,
                evidence=on,
            )


def dated(told: str | None, published: date | None, *, foretold: bool = False) -> Row:
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


def _mention(
    document: Document, stated: Stated, kind: str, start: int, text: str, **meant: object
) -> Row:
    return {
        "article_id": document.article_id,
        "run_id": document.run_id,
        "kind": kind,
        "start_offset": start,
        "end_offset": start + len(text),
        "text": text,
        "part": stated.part,
        "measure_id": None,
        "stated_measure_id": None,
        "person_id": None,
        **meant,
    }


def _named(measure: Measure) -> dict[str, int]:
    """Every person named, with the place from which the name is looked for."""
    named = {status.speaker: status.start for status in measure.statuses if status.speaker}
    if isinstance(measure, Bill):
        named |= {sponsor.name: sponsor.start for sponsor in measure.sponsors}
    return named


def _quoted(claim: Claim) -> Row:
    return {
        "start_offset": claim.start,
        "end_offset": claim.end,
        "quote": claim.quote,
        "found_by": claim.found_by or None,
    }


def _is_foretold(claim: Claim) -> bool:
    return isinstance(claim, Status) and claim.modality not in ("actual", "negated")
