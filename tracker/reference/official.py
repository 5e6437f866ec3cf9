"""A bill as an official source has it, and how it goes into the store.

What a source newly says becomes an official record: a text of one line a fact, which the claims
quote. What it said before is not said again, so an import can be repeated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, select, update

from tracker.models import table
from tracker.reference.actions import Action, Step, steps
from tracker.reference.people import person_ids, store_people
from tracker.store.keys import untimed
from tracker.store.measures import add_aliases, measure_row, note_places, note_reference
from tracker.store.rows import insert_missing, insert_row, insert_rows, upsert

Origin = Literal["seeds", "import"]


@dataclass(frozen=True)
class Title:
    """A title that a bill bears at a stage."""

    stage: str
    title: str
    official: bool = False
    since: date | None = None


@dataclass(frozen=True)
class Sponsor:
    """A member who introduced a bill or joined it.

    Attributes:
        bioguide: Id of the member.
        role: sponsor or cosponsor.
        on: Day of introducing or joining.
        original: Whether a cosponsor was one from the start.
        withdrawn_on: Day of leaving it.
        first_name: First name, for members who are not in the store.
        last_name: Last name.
    """

    bioguide: str
    role: Literal["sponsor", "cosponsor"]
    on: date | None = None
    original: bool | None = None
    withdrawn_on: date | None = None
    first_name: str | None = None
    last_name: str | None = None


@dataclass(frozen=True)
class Relation:
    """How a bill hangs together with another one."""

    relation: str
    congress: int
    number: str
    since: date | None = None


@dataclass(frozen=True)
class OfficialBill:
    """All that an official source says of a bill.

    Attributes:
        congress: Number of the Congress.
        number: Number in normal form, such as `s1241`.
        source: Who says so.
        url: Public address of the record.
        updated_on: Day on which the source last changed it.
        confidence: How far it was checked; None for the source itself.
        introduced_on: Day of introduction.
        title: Short title, None if it has none.
        official_title: Long title.
        policy_area: Subject as the source files it.
        law: Number of the law that it became.
        targets: Places that it is aimed against, where the source says so.
        titles: All titles.
        sponsors: Sponsors and cosponsors.
        committees: Codes of committees, each with the day of the first referral.
        actions: Actions, oldest first.
        relations: Other bills.
    """

    congress: int
    number: str
    source: str
    url: str | None = None
    updated_on: date | None = None
    confidence: str | None = None
    introduced_on: date | None = None
    title: str | None = None
    official_title: str | None = None
    policy_area: str | None = None
    law: str | None = None
    targets: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    committees: Mapping[str, date | None] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def key(self) -> str:
        """Key of its measure."""
        return f"us/{self.congress}/{self.number}"


def official_bill(entry: Mapping[str, Any]) -> OfficialBill:
    """Read an entry of `seeds/bills.json`."""

    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    plain: dict[str, Any] = {name: entry.get(name) for name in _PLAIN}
    return OfficialBill(
        **plain,
        updated_on=day(entry.get("updated_on")),
        introduced_on=day(entry.get("introduced_on")),
        targets=tuple(entry["targets"]),
        titles=tuple(
            Title(each["stage"], each["title"], each["official"], day(each.get("since")))
            for each in entry["titles"]
        ),
        sponsors=tuple(
            Sponsor(each["bioguide"], each["role"], day(each["on"]), each.get("original"))
            for each in entry["sponsors"]
        ),
        committees={each["code"]: day(each["on"]) for each in entry["committees"]},
        actions=tuple(
            Action(date.fromisoformat(each["on"]), each["text"], each["code"], each["chamber"])
            for each in entry["actions"]
        ),
        relations=tuple(
            Relation(each["relation"], each["congress"], each["number"], day(each.get("since")))
            for each in entry["relations"]
        ),
    )


_PLAIN = (
    "congress",
    "number",
    "source",
    "url",
    "confidence",
    "title",
    "official_title",
    "policy_area",
    "law",
)


def store_official_bill(
    connection: Connection, bill: OfficialBill, origin: Origin, now: datetime
) -> int:
    """Store what the source newly says of a bill.

    Args:
        connection: A connection in a transaction.
        bill: The bill.
        origin: Whether it ships with the program or a user imports it.
        now: The time, UTC.

    Returns:
        The id of its measure. Linking it to what articles say is left to the caller.
    """
    measure_id = _store_bill(connection, bill, now)
    _store_titles(connection, measure_id, bill, now)
    _store_relations(connection, measure_id, bill, now)
    people = _store_sponsors_as_people(connection, bill)
    facts = _Facts(connection, measure_id, now)
    for step in steps(bill.number, bill.official_title or "", bill.actions):
        facts.add_step(step)
    for sponsor in bill.sponsors:
        facts.add_sponsor(sponsor, *people[sponsor.bioguide])
    facts.write(bill, origin)
    return measure_id


def _store_bill(connection: Connection, bill: OfficialBill, now: datetime) -> int:
    name = bill.title or bill.official_title or bill.number
    measure_id = measure_row(connection, "bill", bill.key, name, "US", now)
    note_places(connection, ["US", *bill.targets])
    values = {
        "measure_id": measure_id,
        "number": bill.number,
        "congress": bill.congress,
        "title": bill.title,
        "official_title": bill.official_title,
        "policy_area": bill.policy_area,
        "introduced_on": bill.introduced_on,
        "law": bill.law,
        "source": bill.source,
        "confidence": bill.confidence,
        "updated_on": bill.updated_on,
    }
    upsert(connection, table("bill"), [values], ["measure_id"])
    places = {"measure_issuer": ["US"], "measure_target": bill.targets}
    note_reference(connection, measure_id, name, places, now)
    _store_committees(connection, measure_id, bill)
    return measure_id


def _store_committees(connection: Connection, measure_id: int, bill: OfficialBill) -> None:
    committee = table("committee")
    known = set(connection.scalars(select(committee.c.system_code)))
    rows = [
        {"measure_id": measure_id, "committee_code": code, "referred_on": day}
        for code, day in bill.committees.items()
        if code in known
    ]
    upsert(connection, table("bill_committee"), rows, ["measure_id", "committee_code"])


def _store_titles(
    connection: Connection, measure_id: int, bill: OfficialBill, now: datetime
) -> None:
    rows = {
        (each.stage, each.title): {
            "measure_id": measure_id,
            "stage": each.stage,
            "title": each.title,
            "official": each.official,
            "since": each.since,
        }
        for each in bill.titles
    }
    upsert(connection, table("bill_title"), rows.values(), ["measure_id", "stage", "title"])
    add_aliases(connection, measure_id, "title", _short_titles(bill), now)


def _short_titles(bill: OfficialBill) -> dict[str, date | None]:
    """The short titles without their years, each with the first day of it, where that is known."""
    days: dict[str, list[date | None]] = {}
    for each in bill.titles:
        if not each.official:
            days.setdefault(untimed(each.title), []).append(each.since)
    return {
        title: None if None in told else min(filter(None, told)) for title, told in days.items()
    }


def _store_relations(
    connection: Connection, measure_id: int, bill: OfficialBill, now: datetime
) -> None:
    rows = []
    for each in bill.relations:
        key = f"us/{each.congress}/{each.number}"
        related = measure_row(connection, "bill", key, key, "US", now)
        empty = {"measure_id": related, "number": each.number, "congress": each.congress}
        insert_missing(connection, table("bill"), [empty])
        if related != measure_id:
            rows.append(
                {
                    "measure_id": measure_id,
                    "relation": each.relation,
                    "related_id": related,
                    "since": each.since,
                    "source": bill.source,
                }
            )
    upsert(
        connection,
        table("measure_relation"),
        rows,
        ["measure_id", "relation", "related_id"],
    )


def _store_sponsors_as_people(
    connection: Connection, bill: OfficialBill
) -> dict[str, tuple[int, str]]:
    """The sponsors' ids and names; who is not in the store yet is added."""
    known = person_ids(connection, [sponsor.bioguide for sponsor in bill.sponsors])
    new = {sponsor.bioguide: sponsor for sponsor in bill.sponsors if sponsor.bioguide not in known}
    store_people(connection, [_person(sponsor, bill) for sponsor in new.values()])
    ids = person_ids(connection, [sponsor.bioguide for sponsor in bill.sponsors])
    person = table("person")
    names = connection.execute(
        select(person.c.bioguide, person.c.id, person.c.name).where(person.c.id.in_(ids.values()))
    )
    return {row.bioguide: (row.id, row.name) for row in names}


def _person(sponsor: Sponsor, bill: OfficialBill) -> dict[str, Any]:
    first, last = ((name or "").title() for name in (sponsor.first_name, sponsor.last_name))
    return {
        "bioguide": sponsor.bioguide,
        "wikidata": None,
        "name": f"{first} {last}".strip() or sponsor.bioguide,
        "first_name": first or None,
        "middle_name": None,
        "last_name": last or None,
        "suffix": None,
        "nickname": None,
        "born": None,
        "source": bill.source,
        "as_of": bill.updated_on,
    }


class _Facts:
    """The facts of a record that the store does not have yet, as lines and as claims."""

    def __init__(self, connection: Connection, measure_id: int, now: datetime) -> None:
        self._now = now
        self._connection = connection
        self._measure_id = measure_id
        self._text = ""
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._steps = self._known("status_change", "status", "body", "effective_on")
        self._votes = self._known("vote", "on_status", "body", "effective_on")
        self._sponsors = self._known("sponsorship", "person_id", "role", "withdrawn_on")

    def add_step(self, step: Step) -> None:
        """Add a status, with its vote."""
        day = step.action.on
        quote = _one_line(step.action.text)
        if (step.status, step.body, day) not in self._steps:
            self._add(
                "status_change",
                day,
                quote,
                status=step.status,
                modality="actual",
                body=step.body,
                official_status=step.official,
                action_code=step.action.code,
            )
        if step.tally and (step.voted_on, step.body, day) not in self._votes:
            self._add(
                "vote",
                day,
                quote,
                body=step.body,
                on_status=step.voted_on,
                yeas=step.tally.yeas,
                nays=step.tally.nays,
                result=step.result,
            )

    def add_sponsor(self, sponsor: Sponsor, person_id: int, name: str) -> None:
        """Add a sponsor or cosponsor; a withdrawal takes the place of the cosponsorship."""
        key = (person_id, sponsor.role, sponsor.withdrawn_on)
        if key in self._sponsors:
            return
        if sponsor.withdrawn_on and (person_id, sponsor.role, None) in self._sponsors:
            self._supersede(person_id)
        ending = f", withdrawn {sponsor.withdrawn_on}" if sponsor.withdrawn_on else ""
        self._add(
            "sponsorship",
            sponsor.on,
            f"{sponsor.role.capitalize()}: {name}{ending}",
            name=name,
            person_id=person_id,
            role=sponsor.role,
            original=sponsor.original,
            withdrawn_on=sponsor.withdrawn_on,
        )

    def write(self, bill: OfficialBill, origin: Origin) -> None:
        """Write the record and its claims, if there is anything new."""
        if not self._text:
            return
        record_id = insert_row(
            self._connection,
            table("official_record"),
            {
                "measure_id": self._measure_id,
                "origin": origin,
                "source": bill.source,
                "url": bill.url,
                "updated_on": bill.updated_on,
                "confidence": bill.confidence,
                "text": self._text,
                "sha256": sha256(self._text.encode()).hexdigest(),
                "recorded_at": self._now,
            },
        )
        common = {"record_id": record_id, "tier": "official", "recorded_at": self._now}
        for name, rows in self._rows.items():
            insert_rows(self._connection, table(name), [{**row, **common} for row in rows])

    def _add(self, relation: str, day: date | None, quote: str, **values: Any) -> None:
        self._text += f"{day} " if day else ""
        start = len(self._text)
        self._text += f"{quote}\n"
        row = {
            "measure_id": self._measure_id,
            "stated_measure_id": self._measure_id,
            "start_offset": start,
            "end_offset": start + len(quote),
            "quote": quote,
            "date": day.isoformat() if day else None,
            "date_from": day,
            "date_to": date.fromordinal(day.toordinal() + 1) if day else None,
            "effective_on": day,
            "reported_on": day,
            **values,
        }
        self._rows.setdefault(relation, []).append(row)

    def _known(self, name: str, *columns: str) -> set[tuple[Any, ...]]:
        claims = table(name)
        rows = self._connection.execute(
            select(*(claims.c[column] for column in columns)).where(
                claims.c.stated_measure_id == self._measure_id,
                claims.c.tier == "official",
                claims.c.superseded_at.is_(None),
            )
        )
        return {tuple(row) for row in rows}

    def _supersede(self, person_id: int) -> None:
        claims = table("sponsorship")
        self._connection.execute(
            update(claims)
            .where(claims.c.stated_measure_id == self._measure_id)
            .where(claims.c.person_id == person_id, claims.c.tier == "official")
            .where(claims.c.role == "cosponsor", claims.c.superseded_at.is_(None))
            .values(superseded_at=self._now)
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
