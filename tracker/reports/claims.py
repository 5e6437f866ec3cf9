"""What was said: timelines, predictions and what became of them, conflicts."""

from tracker.listing import Cell, Listing
from tracker.reports.asked import STATES, Asked, of_claims, of_state
from tracker.reports.rows import dicts, in_words
from tracker.reports.source import Source

_TIMELINE = """
SELECT t.name, t.date, t.effective_on, t.facet, t.says, t.body_name, t.modality, t.speaker,
       t.condition, t.quote, coalesce(t.source, t.title) AS source, t.claim
FROM timeline AS t
JOIN {states} AS s ON s.measure_id = t.measure_id
{where}
ORDER BY t.effective_on IS NULL, t.effective_on, t.reported_on, t.name, t.claim
"""
_OUTLOOK = """
SELECT s.name, s.key, o.status, o.modality, o.date, o.condition, o.speaker, o.reported_on,
       o.quote, 'status-' || o.id AS claim,
       CASE
         WHEN EXISTS (SELECT 1 FROM live_status AS d
                      WHERE d.measure_id = o.measure_id AND d.modality = 'actual'
                        AND d.status = o.status
                        AND (o.body IS NULL OR d.body IS NULL OR d.body = o.body)
                        AND (o.reported_on IS NULL OR d.effective_on >= o.reported_on))
           THEN 'came true'
         WHEN EXISTS (SELECT 1 FROM live_status AS d
                      WHERE d.measure_id = o.measure_id AND d.modality = 'actual'
                        AND d.advances AND d.stage > o.stage)
           THEN 'overtaken'
         WHEN EXISTS (SELECT 1 FROM live_status AS d
                      WHERE d.measure_id = o.measure_id AND d.modality = 'negated'
                        AND d.status = o.status AND d.reported_on > o.reported_on)
           THEN 'denied'
         WHEN o.date_to <= CURRENT_DATE THEN 'date passed'
         ELSE 'open'
       END AS state
FROM live_status AS o
JOIN {states} AS s ON s.measure_id = o.measure_id
WHERE o.modality IN ('planned', 'expected', 'possible', 'conditional') {also}
ORDER BY o.reported_on IS NULL, o.reported_on DESC, s.name, o.id
"""
_CONFLICTS = """
SELECT c.name, c.key, c.kind, {day} AS since, c.follows, c.why, c.says, c.source, c.quote, c.claim,
       c.other_says, c.other_source, c.other_quote, c.other_claim
FROM conflict AS c
JOIN {states} AS s ON s.measure_id = c.measure_id
JOIN claim AS other ON other.claim = c.other_claim
LEFT JOIN claim AS one ON one.claim = c.claim
{where}
ORDER BY c.name, c.claim IS NOT NULL, c.claim, c.other_claim
"""
_ARISEN = """CASE WHEN other.reported_on >= coalesce(one.reported_on, other.reported_on)
         THEN other.reported_on ELSE coalesce(one.reported_on, other.reported_on) END"""
"""When both sides of a conflict were told."""


def timeline(source: Source, asked: Asked) -> Listing:
    """What happened and what was said would happen, in order."""
    conditions = of_claims(asked, claim="t", day="t.effective_on", status="t.says")
    found = source.rows(
        _TIMELINE.format(states=STATES, where=conditions.where()), conditions.values, asked
    )
    columns = (
        "date", "measure", "what", "modality", "speaker", "quote", "source", "claim",
    )  # fmt: skip
    return Listing(
        columns,
        [
            (
                row["date"] or row["effective_on"],
                row["name"],
                in_words(row["says"], row["condition"], row["body_name"]),
                row["modality"],
                row["speaker"],
                row["quote"],
                row["source"],
                row["claim"],
            )
            for row in dicts(found)
        ],
    )


def outlook(source: Source, asked: Asked) -> Listing:
    """What was foretold or threatened, and what became of it.

    `state` is open; came true; overtaken, where the measure went further another way; denied
    by a later report; or date passed.
    """
    conditions = of_claims(asked, claim="o", day="o.reported_on", status="o.status")
    also = "".join(f" AND {term}" for term in conditions.terms)
    found = source.rows(_OUTLOOK.format(states=STATES, also=also), conditions.values, asked)
    columns = (
        "measure", "key", "foretold", "modality", "for", "speaker", "said on", "state", "quote",
        "claim",
    )  # fmt: skip
    return Listing(
        columns,
        [
            (
                row["name"],
                row["key"],
                in_words(row["status"], row["condition"]),
                row["modality"],
                row["date"],
                row["speaker"],
                row["reported_on"],
                row["state"],
                row["quote"],
                row["claim"],
            )
            for row in dicts(found)
        ],
    )


def conflicts(source: Source, asked: Asked) -> Listing:
    """Claims that cannot both be so, the one that is believed first, and why.

    `since` is the day by which both were told.
    `follows` says what it is: an official record, the issuer's own release, the press, or
    reference data, which makes no claims and so has none to name.
    """
    conditions = of_state(asked, _ARISEN)
    statement = _CONFLICTS.format(states=STATES, day=_ARISEN, where=conditions.where())
    found = source.rows(statement, conditions.values, asked)
    columns = (
        "measure", "key", "kind", "since", "follows", "why", "says", "source", "quote", "claim",
        "against", "its source", "its quote", "its claim",
    )  # fmt: skip
    place = columns.index("source")
    return Listing(
        columns,
        [(*row[:place], _first_source(row[place]), *row[place + 1 :]) for row in found.rows],
    )


def _first_source(cell: Cell) -> Cell:
    """Reference data may rest on several sources; one is enough to go and look."""
    return cell.partition(" | ")[0] if isinstance(cell, str) else cell
