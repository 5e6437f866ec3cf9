"""What a report is asked for: which measures, and as of when."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

STATES = """(
SELECT measure_id, key, name, jurisdiction, targets, status, sponsors, congress, tracked
FROM bill_status
UNION ALL
SELECT measure_id, key, name, jurisdiction, targets, status, NULL, NULL, tracked
FROM package_status)"""
"""The state of bills and packages alike, to be read from under an alias."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The day, the knowledge and the measures that a report is about.

    What a report cannot be asked for, the command line refuses.

    Attributes:
        as_of: Tell what was so on this day; None for today.
        known_at: Tell what the store knew at this time; None for all that it knows.
        issuer: Code of a place that makes the measure.
        target: Code of a place that it is aimed against.
        status: Current status.
        sponsor: Part of the name of a sponsor of the measure, or of the one that is listed.
        congress: Number of the US Congress.
        modality: Modality of the outlook, or of the claims in what lists or counts them.
        since: First day of what is listed: status, claim, count, conflict or publication.
        until: Last day of it.
        untold: Whether measures count that only reference data knows of.
        measure: Row of the only measure that is asked for.
    """

    as_of: date | None = None
    known_at: datetime | None = None
    issuer: str | None = None
    target: str | None = None
    status: str | None = None
    sponsor: str | None = None
    congress: int | None = None
    modality: str | None = None
    since: date | None = None
    until: date | None = None
    untold: bool = False
    measure: int | None = None

    @property
    def today(self) -> date:
        """The day that counts as today: that of `as_of`, else of `known_at`, else today (UTC)."""
        if self.as_of is not None:
            return self.as_of
        moment = self.known_at or datetime.now(tz=UTC)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


@dataclass(slots=True)
class Conditions:
    """Conditions of a query and the values of their parameters."""

    terms: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)

    def add(self, term: str, **values: object) -> None:
        """Add a condition, unless any of its values is None."""
        if None not in values.values():
            self.terms.append(term)
            self.values.update(values)

    def where(self) -> str:
        """The WHERE clause, empty if nothing was asked."""
        return f"WHERE {' AND '.join(self.terms)}" if self.terms else ""

    def having(self) -> str:
        """The HAVING clause, for conditions on groups."""
        return f"HAVING {' AND '.join(self.terms)}" if self.terms else ""


def of_measures(asked: Asked, alias: str) -> Conditions:
    """The conditions on a status view, whose name in the query is `alias`."""
    conditions = _of_kind(asked, alias)
    conditions.add(f"{alias}.status = :status", status=asked.status)
    conditions.add(f"{alias}.outlook_modality = :modality", modality=asked.modality)
    add_days(conditions, asked, f"{alias}.since")
    return conditions


def of_claims(asked: Asked, *, claim: str, day: str, status: str) -> Conditions:
    """The conditions on claims `claim`, joined with the state `s` of their measures.

    Args:
        asked: What is asked.
        claim: Name of the claims in the query; they have a modality.
        day: Column of the day that `since` and `until` are about.
        status: Column of the status.
    """
    conditions = _of_bills(asked)
    conditions.add(f"{claim}.modality = :modality", modality=asked.modality)
    conditions.add(f"{status} = :status", status=asked.status)
    add_days(conditions, asked, day)
    return conditions


def of_state(asked: Asked, day: str | None = None) -> Conditions:
    """The conditions on the state `s` of any measure (`STATES`), whatever the modality.

    Args:
        asked: What is asked.
        day: Expression for the day that `since` and `until` are about; None if they are not asked.
    """
    conditions = _of_bills(asked)
    conditions.add("s.status = :status", status=asked.status)
    if day is not None:
        add_days(conditions, asked, day)
    return conditions


def containing(text: str | None) -> str | None:
    """A pattern of LIKE for lower-case text that holds `text`."""
    return None if text is None else f"%{text.lower()}%"


def _of_bills(asked: Asked) -> Conditions:
    """The conditions on what a measure is, sponsors and Congress of bills among it."""
    conditions = _of_kind(asked, "s")
    conditions.add("lower(s.sponsors) LIKE :sponsor", sponsor=containing(asked.sponsor))
    conditions.add("s.congress = :congress", congress=asked.congress)
    return conditions


def _of_kind(asked: Asked, alias: str) -> Conditions:
    conditions = Conditions()
    conditions.add(f"{alias}.measure_id = :measure", measure=asked.measure)
    conditions.add(
        f"'+' || {alias}.jurisdiction || '+' LIKE :issuer", issuer=_within("+", asked.issuer)
    )
    conditions.add(
        f"' ' || {alias}.targets || ',' LIKE :target", target=_within(" ", asked.target, ",")
    )
    if not asked.untold and asked.measure is None:
        conditions.add(f"{alias}.tracked")
    return conditions


def add_days(conditions: Conditions, asked: Asked, day: str) -> None:
    """Add what `since` and `until` ask of the day that an expression tells."""
    conditions.add(f"{day} >= :since", since=_day(asked.since))
    conditions.add(f"{day} <= :until", until=_day(asked.until))


def _within(opening: str, code: str | None, closing: str | None = None) -> str | None:
    return None if code is None else f"%{opening}{code.upper()}{closing or opening}%"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
