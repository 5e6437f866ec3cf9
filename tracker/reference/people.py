"""People who held a seat, and their terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tracker import resources
from tracker.models import table
from tracker.reference.tables import read_csv
from tracker.store.people import name_keys
from tracker.store.rows import Values, insert_rows, upsert

_AT_ONCE = 500


def store_people(connection: Connection, people: Sequence[Values]) -> None:
    """Add people with a bioguide id, or change those that are there, and the keys to find them.

    Args:
        connection: A connection in a transaction.
        people: Rows of the table `person` without id.
    """
    upsert(connection, table("person"), people, ["bioguide"])
    ids = person_ids(connection, [person["bioguide"] for person in people])
    names = [
        {"folded": key, "person_id": ids[person["bioguide"]]}
        for person in people
        for key in sorted(_name_keys(person))
    ]
    person_name = table("person_name")
    for some in _chunks(list(ids.values())):
        connection.execute(delete(person_name).where(person_name.c.person_id.in_(some)))
    insert_rows(connection, person_name, names)


def store_terms(connection: Connection, terms: Mapping[str, Sequence[Values]]) -> None:
    """Replace the terms of the people named: a later source knows more of them.

    Args:
        connection: A connection in a transaction.
        terms: Rows of the table `office_term` without id and person, by bioguide id.
    """
    office_term = table("office_term")
    ids = person_ids(connection, terms)
    for some in _chunks(list(ids.values())):
        connection.execute(delete(office_term).where(office_term.c.person_id.in_(some)))
    rows = [
        {**term, "person_id": ids[bioguide]}
        for bioguide, own in terms.items()
        if bioguide in ids
        for term in own
    ]
    if rows:
        connection.execute(insert(office_term), rows)


def by_bioguide(rows: Iterable[tuple[str, Values]]) -> dict[str, list[Values]]:
    """Rows grouped by the person that they are about."""
    grouped: dict[str, list[Values]] = defaultdict(list)
    for bioguide, values in rows:
        grouped[bioguide].append(values)
    return grouped


def person_ids(connection: Connection, bioguides: Iterable[str]) -> dict[str, int]:
    """Ids of the people who are in the store, by bioguide id."""
    person = table("person")
    found = {}
    for some in _chunks(sorted(set(bioguides))):
        rows = connection.execute(
            select(person.c.bioguide, person.c.id).where(person.c.bioguide.in_(some))
        )
        found.update({row.bioguide: row.id for row in rows})
    return found


def _name_keys(person: Values) -> set[str]:
    keys = name_keys(
        person["first_name"],
        person["middle_name"],
        person["last_name"],
        person["nickname"],
        person["name"],
    )
    for given in (person["first_name"], person["middle_name"]):
        for short in _short_names().get(given or "", ()):
            keys |= name_keys(short, None, person["last_name"], None, person["name"])
    return keys


@cache
def _short_names() -> dict[str, list[str]]:
    short: dict[str, list[str]] = defaultdict(list)
    for row in read_csv(resources.seeds() / "short_names.csv"):
        short[row.cells["name"]].append(row.cells["short"])
    return short


def _chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    # SQLite and PostgreSQL both limit the parameters of one statement.
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
