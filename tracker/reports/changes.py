"""What moved between two times: the morning report.

The state of the store is taken twice, as of each time and as known at it, and compared. So an
old article that arrives late is no news unless it changes what holds now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

from tracker.listing import Cell, Listing
from tracker.reports.asked import Asked, of_state
from tracker.reports.claims import conflicts, outlook
from tracker.reports.measures import outlook_in_words
from tracker.reports.rows import against_rules, dicts
from tracker.reports.source import Source

_STATES = """
SELECT s.key, s.name, s.status, s.outlook, s.outlook_modality, s.outlook_condition, s.outlook_date,
       coalesce(s.status_quote, s.outlook_quote) AS quote,
       coalesce(s.status_claim, s.outlook_claim) AS claim
FROM (SELECT measure_id, key, name, jurisdiction, targets, tracked, status, sponsors, congress,
             outlook, outlook_modality, outlook_condition, outlook_date,
             status_quote, outlook_quote, status_claim, outlook_claim
      FROM bill_status
      UNION ALL
      SELECT measure_id, key, name, jurisdiction, targets, tracked, status, NULL, NULL,
             outlook, outlook_modality, outlook_condition, outlook_date,
             status_quote, outlook_quote, status_claim, outlook_claim
      FROM package_status) AS s
{where}
ORDER BY s.name, s.key
"""
_SUPPORT = """
SELECT w.key, w.name, w.rule, w.basis, w.support_kind, w.support, w.required, w.margin,
       w.claim, c.quote
FROM whip_count AS w
JOIN bill_status AS s ON s.measure_id = w.measure_id
LEFT JOIN claim AS c ON c.claim = w.claim
{where}
ORDER BY w.name, w.key, w.basis DESC, w.support_kind, w.claim, w.required, w.rule
"""
_MERGED = """
SELECT m.key, r.key AS into_key
FROM measure AS m
JOIN measure AS r ON r.id = m.merged_into_id
"""
_USUAL_SPAN = 7
"""Days that changes are told of."""
_COLUMNS = ("change", "measure", "key", "before", "now", "quote", "claim")
_KEY = _COLUMNS.index("key")

_Counted = tuple[str, str, str]
"""A bill's key, the basis of a count of its support, and what is counted."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """The store at one time, each part by what names its rows."""

    measures: dict[str, dict[str, Any]]
    support: dict[_Counted, dict[str, dict[str, Any]]]
    conflicts: dict[tuple[str, str], dict[str, Any]]
    outlooks: dict[str, dict[str, Any]]


def changes(source: Source, asked: Asked) -> Listing:
    """What moved from the beginning of the day `since` to the end of `until`.

    Args:
        source: The store.
        asked: `until` is the day that counts as today if it is not given, `since` a week before.
            Both times are taken as known then; with `known_at` both are taken as known at that
            one time. The other filters choose the measures by what they are and by what status
            they have now.

    Returns:
        New measures, changed statuses, support that was first told or crossed a threshold, new
        conflicts, and what became of what was foretold before that or since.
    """
    today = min(filter(None, (asked.as_of, asked.until)), default=asked.today)
    since = asked.since or _earlier(today, _USUAL_SPAN)
    at_the_end, at_first = _at(asked, today), _at(asked, _earlier(since, 1))
    now = _picture(source, _of_all(at_the_end), {})
    before = _picture(source, _of_all(at_first), _merged(source, at_the_end))
    rows: list[tuple[Cell, ...]] = [
        *_measures(before, now),
        *_support(before, now),
        *_conflicts(before, now),
        *_outlooks(before, now, since),
    ]
    wanted = {row["key"] for row in _states(source, at_the_end)}
    return Listing(_COLUMNS, [row for row in rows if row[_KEY] in wanted])


def _picture(source: Source, then: Asked, known_as: dict[str, str]) -> _Picture:
    """The store at the end of a day, its measures under the keys that they have in `known_as`."""
    counted = dicts(_told_support(source, then))
    return _Picture(
        {known_as.get(row["key"], row["key"]): row for row in _states(source, then)},
        {
            (known_as.get(key, key), basis, kind): {row["rule"]: row for row in rows}
            for (key, basis, kind), rows in groupby(
                counted, key=lambda row: (row["key"], row["basis"], row["support_kind"])
            )
        },
        {(row["claim"], row["its claim"]): row for row in dicts(conflicts(source, then))},
        {row["claim"]: row for row in dicts(outlook(source, then))},
    )


def _states(source: Source, then: Asked) -> list[dict[str, Any]]:
    conditions = of_state(then)
    return dicts(source.rows(_STATES.format(where=conditions.where()), conditions.values, then))


def _earlier(day: date, days: int) -> date:
    """So many days before, or the first day of the calendar."""
    return date.fromordinal(max(1, day.toordinal() - days))


def _at(asked: Asked, day: date) -> Asked:
    known_at = asked.known_at or datetime.combine(day, time.max, tzinfo=UTC)
    return replace(asked, as_of=day, known_at=known_at, since=None, until=None)


def _of_all(then: Asked) -> Asked:
    """The same of every measure: one that has come to fit a filter is not new by that."""
    return Asked(as_of=then.as_of, known_at=then.known_at, untold=then.untold)


def _told_support(source: Source, then: Asked) -> Listing:
    conditions = of_state(then)
    conditions.add("w.margin IS NOT NULL")
    return source.rows(_SUPPORT.format(where=conditions.where()), conditions.values, then)


def _merged(source: Source, then: Asked) -> dict[str, str]:
    """The key under which each merged measure is known then."""
    return {row["key"]: row["into_key"] for row in dicts(source.rows(_MERGED, {}, then))}


def _measures(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for key, row in now.measures.items():
        old = before.measures.get(key)
        stands = row["status"] or outlook_in_words(row) or "no status yet"
        named = row["name"], key
        said = row["quote"], row["claim"]
        if old is None:
            yield ("new measure", *named, None, stands, *said)
        elif old["status"] != row["status"]:
            yield ("status", *named, old["status"], stands, *said)


def _support(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for counted, rules in now.support.items():
        old = before.support.get(counted)
        if old is None:
            yield _first_told(counted, list(rules.values()))
            continue
        for rule, row in rules.items():
            crossed = rule not in old or (old[rule]["margin"] >= 0) != (row["margin"] >= 0)
            if crossed:
                yield _crossed(old.get(rule), row)


def _first_told(counted: _Counted, rows: list[dict[str, Any]]) -> tuple[Cell, ...]:
    key, basis, kind = counted
    first = rows[0]
    change = f"first count of {kind} ({basis})"
    return (change, first["name"], key, None, against_rules(rows), first["quote"], first["claim"])


def _crossed(old: dict[str, Any] | None, row: dict[str, Any]) -> tuple[Cell, ...]:
    held = row["margin"] >= 0
    what = "new threshold" if old is None else "threshold met" if held else "threshold lost"
    return (
        f"{what}: {row['rule']} ({row['basis']})",
        row["name"],
        row["key"],
        f"{old['support']} of {old['required']}" if old else None,
        f"{row['support']} of {row['required']}",
        row["quote"],
        row["claim"],
    )


def _conflicts(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for key, row in now.conflicts.items():
        if key not in before.conflicts:
            says = f"{row['says']} against {row['against']}"
            # Reference data is believed without a claim; what it contradicts has one.
            quote = row["quote"] or row["its quote"]
            claims = ", ".join(filter(None, (row["claim"], row["its claim"])))
            yield ("conflict", row["measure"], row["key"], None, says, quote, claims)


def _outlooks(before: _Picture, now: _Picture, since: date) -> Iterator[tuple[Cell, ...]]:
    for claim, row in now.outlooks.items():
        old = before.outlooks.get(claim)
        # What an old article foretold that arrives late has come to its end before.
        told_since = old is None and str(row["said on"] or "") >= since.isoformat()
        was_open = told_since or (old is not None and old["state"] == "open")
        if was_open and row["state"] != "open":
            yield (
                f"outlook {row['state']}",
                row["measure"],
                row["key"],
                f"{row['modality']}: {row['foretold']}",
                row["state"],
                row["quote"],
                claim,
            )
