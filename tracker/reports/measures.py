"""Where bills and packages stand: status, outlook, support, sources."""

from collections import defaultdict
from itertools import groupby
from typing import Any

from tracker.listing import Listing
from tracker.reports.asked import Asked, containing, of_measures
from tracker.reports.claims import outlook
from tracker.reports.rows import against_rules, days_since, dicts, in_words
from tracker.reports.source import Source

_BILLS = """
SELECT b.measure_id, b.name, b.key, b.status, b.since, b.outlook, b.outlook_modality,
       b.outlook_date, b.outlook_condition, b.sponsors, b.cosponsors, b.cosponsors_comparator,
       b.official_cosponsors, b.independent_sources, b.last_seen, b.status_claim,
       b.outlook_claim, b.cosponsors_claim, b.official_cosponsors_claim
FROM bill_status AS b
{where}
ORDER BY b.last_seen IS NULL, b.last_seen DESC, b.name, b.key
"""
_PACKAGES = """
SELECT p.name, p.key, p.status, p.since, p.outlook, p.outlook_modality, p.outlook_date,
       p.outlook_condition, p.sectors, p.independent_sources, p.last_seen, p.status_claim,
       p.outlook_claim
FROM package_status AS p
{where}
ORDER BY p.last_seen IS NULL, p.last_seen DESC, p.name, p.key
"""
_MARGINS = """
SELECT w.measure_id, w.basis, w.support, w.rule, w.required, w.margin
FROM whip_count AS w
WHERE w.support_kind = 'cosponsors' AND w.margin IS NOT NULL
ORDER BY w.measure_id, w.basis, w.required, w.rule
"""
_STATE_CLAIMS = ("status_claim", "outlook_claim")
_BILL_CLAIMS = (*_STATE_CLAIMS, "cosponsors_claim", "official_cosponsors_claim")


def bills(source: Source, asked: Asked) -> Listing:
    """Bills, those last told of first.

    `cosponsors` is the latest count that an article tells, `on record` that of official
    records; `against` sets one of them, the first where it can be, against the votes that each
    rule needs. Cosponsors are not votes. `claim` holds the claims of the status, of the outlook and
    of both counts; that on record is the last who joined. Where there is no status and
    nothing is open any more, `outlook` is what was foretold last and what became of it.
    """
    conditions = of_measures(asked, "b")
    conditions.add("b.congress = :congress", congress=asked.congress)
    conditions.add("lower(b.sponsors) LIKE :sponsor", sponsor=containing(asked.sponsor))
    found = source.rows(_BILLS.format(where=conditions.where()), conditions.values, asked)
    against = _against(source, asked)
    states = _with_closed_outlooks(source, asked, dicts(found))
    columns = (
        "bill", "key", "status", "since", "days", "outlook", "sponsors", "cosponsors",
        "on record", "against", "sources", "last seen", "claim",
    )  # fmt: skip
    rows = []
    for row in states:
        counted = against[row["measure_id"]]
        rows.append(
            (
                row["name"],
                row["key"],
                row["status"],
                row["since"],
                days_since(row["since"], asked.as_of),
                outlook_in_words(row),
                row["sponsors"],
                row["cosponsors"],
                row["official_cosponsors"],
                counted.get("press") or counted.get("official"),
                row["independent_sources"],
                row["last_seen"],
                _claims(row, *_BILL_CLAIMS),
            )
        )
    return Listing(columns, rows)


def packages(source: Source, asked: Asked) -> Listing:
    """Sanctions packages, those last told of first.

    `claim` holds the claims of the status and of the outlook. Where there is no status and
    nothing is open any more, `outlook` is what was foretold last and what became of it.
    """
    conditions = of_measures(asked, "p")
    found = source.rows(_PACKAGES.format(where=conditions.where()), conditions.values, asked)
    columns = (
        "package", "key", "status", "since", "days", "outlook", "sectors", "sources", "last seen",
        "claim",
    )  # fmt: skip
    rows = [
        (
            row["name"],
            row["key"],
            row["status"],
            row["since"],
            days_since(row["since"], asked.as_of),
            outlook_in_words(row),
            row["sectors"],
            row["independent_sources"],
            row["last_seen"],
            _claims(row, *_STATE_CLAIMS),
        )
        for row in _with_closed_outlooks(source, asked, dicts(found))
    ]
    return Listing(columns, rows)


def outlook_in_words(row: dict[str, Any]) -> str | None:
    """The outlook as one phrase: `conditional: adopted, if Russia refuses (2025-05-20)`."""
    if row["outlook"] is None:
        return None
    words = in_words(f"{row['outlook_modality']}: {row['outlook']}", row["outlook_condition"])
    if row["outlook_date"]:
        words = f"{words} ({row['outlook_date']})"
    return f"{words}, {row['became']}" if row.get("became") else words


def _with_closed_outlooks(
    source: Source, asked: Asked, rows: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The rows; those that would tell nothing tell what was foretold last, and what it `became`."""
    silent = {row["key"] for row in rows if row["status"] is None and row["outlook"] is None}
    if not silent:
        return rows
    of_then = Asked(
        as_of=asked.as_of, known_at=asked.known_at, untold=asked.untold, measure=asked.measure
    )
    closed: dict[str, dict[str, Any]] = {}
    for row in dicts(outlook(source, of_then)):
        if row["key"] in silent:
            foretold = {
                "outlook": row["foretold"],
                "outlook_modality": row["modality"],
                "outlook_date": row["for"],
                "outlook_claim": row["claim"],
                "became": row["state"],
            }
            closed.setdefault(row["key"], foretold)
    return [{**row, **closed.get(row["key"], {})} for row in rows]


def _claims(row: dict[str, Any], *columns: str) -> str | None:
    """The claims that cells of the row come from."""
    return ", ".join(filter(None, (row[column] for column in columns))) or None


def _against(source: Source, asked: Asked) -> dict[int, dict[str, str]]:
    """By measure and basis, what the support comes to under each rule."""
    found = dicts(source.rows(_MARGINS, {}, asked))
    against: dict[int, dict[str, str]] = defaultdict(dict)
    for (measure, basis), counted in groupby(
        found, key=lambda row: (row["measure_id"], row["basis"])
    ):
        against[measure][basis] = against_rules(list(counted))
    return against
