"""What moved between two times: the morning report.

The state of the store is taken twice, as of each time and as known at it, and compared. So an
old article that arrives late is no news unless it changes what holds now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tracker.listing import Cell, Listing
from tracker.reports.asked import Asked, of_measures
from tracker.reports.claims import conflicts, outlook
from tracker.reports.rows import dicts
from tracker.reports.source import Source
from tracker.reports.support import thresholds

_STATES = """
SELECT s.key, s.name, s.status, s.status_quote AS quote, s.status_claim AS claim
FROM (SELECT measure_id, key, name, jurisdiction, targets, tracked, status, since,
             outlook_modality, status_quote, status_claim FROM bill_status
      UNION ALL
      SELECT measure_id, key, name, jurisdiction, targets, tracked, status, since,
             outlook_modality, status_quote, status_claim FROM package_status) AS s
{where}
ORDER BY s.name, s.key
"""
_USUAL_SPAN = timedelta(days=7)
_COLUMNS = ("change", "measure", "key", "before", "now", "quote", "claim")


@dataclass(frozen=True, slots=True)
class _Picture:
    """The store at one time, each part by what names its rows."""

    measures: dict[str, dict[str, Any]]
    thresholds: dict[tuple[str, ...], dict[str, Any]]
    conflicts: dict[tuple[str, str], dict[str, Any]]
    outlooks: dict[str, dict[str, Any]]


def changes(source: Source, asked: Asked) -> Listing:
    """What moved from the beginning of the day `since` to the end of `until`.

    Args:
        source: The store.
        asked: `since` is a week ago if it is not given, `until` today. Both times are taken as
            known then; with `known_at` both are taken as known at that one time.

    Returns:
        New measures, changed statuses, thresholds crossed, new conflicts, and what became of
        what was foretold.
    """
    today = asked.as_of or asked.until or datetime.now(tz=UTC).date()
    since = asked.since or today - _USUAL_SPAN
    before = _picture(source, asked, since - timedelta(days=1))
    now = _picture(source, asked, today)
    rows: list[tuple[Cell, ...]] = [
        *_measures(before, now),
        *_thresholds(before, now),
        *_conflicts(before, now),
        *_outlooks(before, now),
    ]
    return Listing(_COLUMNS, rows)


def _picture(source: Source, asked: Asked, day: date) -> _Picture:
    then = replace(
        asked,
        as_of=day,
        known_at=asked.known_at or datetime.combine(day, time.max, tzinfo=UTC),
        since=None,
        until=None,
    )
    conditions = of_measures(then, "s")
    states = source.rows(_STATES.format(where=conditions.where()), conditions.values, then)
    return _Picture(
        {row["key"]: row for row in dicts(states)},
        {
            (row["key"], row["rule"], row["basis"], row["of"]): row
            for row in dicts(thresholds(source, then))
        },
        {(row["claim"], row["its claim"]): row for row in dicts(conflicts(source, then))},
        {row["claim"]: row for row in dicts(outlook(source, then))},
    )


def _measures(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for key, row in now.measures.items():
        old = before.measures.get(key)
        status = row["status"] or "no status yet"
        if old is None:
            yield ("new measure", row["name"], key, None, status, row["quote"], row["claim"])
        elif old["status"] != row["status"]:
            yield (
                "status", row["name"], key, old["status"], status, row["quote"], row["claim"],
            )  # fmt: skip


def _thresholds(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for key, row in now.thresholds.items():
        old = before.thresholds.get(key)
        if old is None or old["margin"] is None or row["margin"] is None:
            continue
        if (old["margin"] >= 0) != (row["margin"] >= 0):
            yield (
                f"threshold {row['rule']} ({row['basis']})",
                row["bill"],
                row["key"],
                f"{old['support']} of {old['needed']}",
                f"{row['support']} of {row['needed']}",
                None,
                row["claim"],
            )


def _conflicts(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for key, row in now.conflicts.items():
        if key not in before.conflicts:
            says = f"{row['says']} against {row['against']}"
            yield ("conflict", row["measure"], row["key"], None, says, row["quote"], row["claim"])


def _outlooks(before: _Picture, now: _Picture) -> Iterator[tuple[Cell, ...]]:
    for claim, row in now.outlooks.items():
        old = before.outlooks.get(claim)
        if old is not None and old["state"] == "open" and row["state"] != "open":
            yield (
                f"outlook {row['state']}",
                row["measure"],
                row["key"],
                f"{row['foretold']} {row['modality']}",
                row["state"],
                row["quote"],
                claim,
            )
