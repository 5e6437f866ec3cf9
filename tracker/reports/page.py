"""All of one measure: names, sponsors, support against thresholds, timeline, articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from tracker.listing import Cell, Listing
from tracker.reports.asked import Asked
from tracker.reports.finding import Found
from tracker.reports.rows import SUPPORT_SAID, dicts, in_words, support_in_words
from tracker.reports.source import Source

_STATE = """
SELECT key, name, 'bill' AS kind, jurisdiction, targets, status, since, body, sponsors, title,
       outlook, outlook_modality, outlook_date, outlook_condition, outlook_speaker,
       status_quote, status_claim, outlook_quote, outlook_claim
FROM bill_status WHERE measure_id = :measure
UNION ALL
SELECT key, name, 'package', jurisdiction, targets, status, since, NULL, NULL, sectors,
       outlook, outlook_modality, outlook_date, outlook_condition, outlook_speaker,
       status_quote, status_claim, outlook_quote, outlook_claim
FROM package_status WHERE measure_id = :measure
"""
_NAMES = """
SELECT DISTINCT a.alias, a.kind
FROM measure_alias AS a
JOIN measure AS m ON m.id = a.measure_id
WHERE m.id = :measure OR m.merged_into_id = :measure
ORDER BY a.kind, a.alias
"""
_RELATED = """
SELECT r.relation, o.key, o.name, r.since
FROM measure_relation AS r
JOIN measure AS o ON o.id = r.related_id
WHERE r.measure_id = :measure
ORDER BY r.relation, o.key
"""
_SPONSORS = """
SELECT c.claim, c.says, c.date, c.quote, c.reported_on,
       coalesce(a.publisher, r.source, a.title) AS source
FROM claim AS c
LEFT JOIN article AS a ON a.id = c.article_id
LEFT JOIN official_record AS r ON r.id = c.record_id
WHERE c.measure_id = :measure AND c.facet = 'sponsorship' AND c.superseded_at IS NULL
  AND (c.verdict IS NULL OR c.verdict <> 'rejected')
  AND (c.tier <> 'official' OR c.says LIKE 'sponsor %')
ORDER BY c.says DESC, c.reported_on, c.claim
"""
_WHIP = f"""
SELECT {SUPPORT_SAID} AS said, w.basis, w.support_on, w.sponsors, w.rule, w.required,
       w.margin, c.claim, c.quote, coalesce(a.publisher, r.source, a.title) AS source
FROM whip_count AS w
LEFT JOIN claim AS c ON c.claim = w.claim
LEFT JOIN article AS a ON a.id = c.article_id
LEFT JOIN official_record AS r ON r.id = c.record_id
WHERE w.measure_id = :measure
ORDER BY w.basis DESC, w.support_on, w.claim, w.required, w.rule
"""
_TIMELINE = """
SELECT t.effective_on, t.date, t.facet, t.says, t.body_name, t.modality, t.speaker, t.condition,
       t.quote, coalesce(t.source, t.title) AS source, t.claim
FROM timeline AS t
WHERE t.measure_id = :measure
ORDER BY t.effective_on IS NULL, t.effective_on, t.reported_on, t.claim
"""
_ARTICLES = """
SELECT DISTINCT a.published_at, a.title, a.publisher, coalesce(a.canonical_url, a.url) AS url, a.id
FROM mention AS n
JOIN article AS a ON a.id = n.article_id
WHERE n.measure_id = :measure AND n.kind = 'measure'
  AND a.duplicate_of_id IS NULL AND a.superseded_at IS NULL
ORDER BY a.published_at, a.id
"""
COLUMNS = ("section", "date", "what", "modality", "speaker", "quote", "source", "claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line of the page; `claim` opens it up with `tracker explain`."""

    section: str
    what: str
    date: Cell = None
    modality: str | None = None
    speaker: str | None = None
    quote: str | None = None
    source: str | None = None
    claim: str | None = None


def page(source: Source, measure: Found, asked: Asked) -> Listing:
    """All of one measure, section by section.

    Args:
        source: The store.
        measure: The measure.
        asked: The day and the knowledge that the page is as of.

    Returns:
        One row a line, its section in the first column; each claim with its quote and article.
    """
    lines = [
        line
        for section in (_state, _names, _related, _sponsors, _support, _timeline, _articles)
        for line in section(source, measure, asked)
    ]
    return Listing(COLUMNS, [tuple(getattr(line, column) for column in COLUMNS) for line in lines])


def for_reading(listing: Listing) -> Listing:
    """A page with modality and speaker behind what was said, so that it fits a terminal.

    What is actual, as most is, is not said to be.
    """
    columns = ("section", "date", "what", "quote", "source", "claim")
    rows = []
    for row in dicts(listing):
        modality = None if row["modality"] == "actual" else row["modality"]
        aside = ", ".join(filter(None, (modality, row["speaker"])))
        what = f"{row['what']} ({aside})" if aside else row["what"]
        rows.append(tuple({**row, "what": what}[column] for column in columns))
    return Listing(columns, rows)


def _state(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_STATE, {"measure": measure.id}, asked)):
        targets = f" against {row['targets']}" if row["targets"] else ""
        yield _Line(
            section="measure",
            what=f"{row['name']}: {row['kind']} {row['key']}, {row['jurisdiction']}{targets}",
        )
        if row["status"]:
            yield _Line(
                section="measure",
                what=f"status: {row['status']}",
                date=row["since"],
                modality="actual",
                quote=row["status_quote"],
                claim=row["status_claim"],
            )
        if row["outlook"]:
            yield _Line(
                section="measure",
                what=f"outlook: {in_words(row['outlook'], row['outlook_condition'])}",
                date=row["outlook_date"],
                modality=row["outlook_modality"],
                speaker=row["outlook_speaker"],
                quote=row["outlook_quote"],
                claim=row["outlook_claim"],
            )


def _names(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_NAMES, {"measure": measure.id}, asked)):
        yield _Line(section="names", what=f"{row['alias']} ({row['kind']})")


def _related(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_RELATED, {"measure": measure.id}, asked)):
        yield _Line(
            section="related",
            date=row["since"],
            what=f"{row['relation']} {row['key']} ({row['name']})",
        )


def _sponsors(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_SPONSORS, {"measure": measure.id}, asked)):
        yield _Line(
            section="sponsors",
            date=row["date"] or row["reported_on"],
            what=row["says"],
            quote=row["quote"],
            source=row["source"],
            claim=row["claim"],
        )


def _support(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    found = dicts(source.rows(_WHIP, {"measure": measure.id}, asked))
    for _, counted in groupby(found, key=lambda row: (row["basis"], row["claim"])):
        rows = list(counted)
        yield _Line(
            section="support",
            date=rows[0]["support_on"],
            what=f"{_count(rows[0])}: {', '.join(map(_margin, rows))}",
            quote=rows[0]["quote"],
            source=rows[0]["source"],
            claim=rows[0]["claim"],
        )


def _count(row: dict[str, Any]) -> str:
    beside = row["sponsors"]
    led = f" beside {beside} sponsor{'s' if beside > 1 else ''}" if beside else ""
    return f"{support_in_words(row)}{led}"


def _margin(row: dict[str, Any]) -> str:
    margin = "" if row["margin"] is None else f" ({row['margin']:+d})"
    return f"{row['rule']} {row['required']}{margin}"


def _timeline(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_TIMELINE, {"measure": measure.id}, asked)):
        yield _Line(
            section="timeline",
            date=row["date"] or row["effective_on"],
            what=in_words(row["says"], row["condition"], row["body_name"]),
            modality=row["modality"],
            speaker=row["speaker"],
            quote=row["quote"],
            source=row["source"],
            claim=row["claim"],
        )


def _articles(source: Source, measure: Found, asked: Asked) -> Iterator[_Line]:
    for row in dicts(source.rows(_ARTICLES, {"measure": measure.id}, asked)):
        yield _Line(
            section="articles",
            date=row["published_at"],
            what=row["title"] or f"article {row['id']}",
            source=row["url"] or row["publisher"],
        )
