"""Measures as rows: made once a key, their descriptions independent of who comes first."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, select, update

from tracker.models import table
from tracker.record import Bill, Package
from tracker.store.keys import StatedKey, display_name, name_key, names_of, untimed
from tracker.store.rows import Values, insert_missing, insert_row

_FORM_ORDER = ("numbered", "named", "action", "regime")


def note_places(connection: Connection, codes: Iterable[str]) -> None:
    """Add the codes that the reference data does not know."""
    insert_missing(
        connection,
        table("country"),
        [{"code": code, "name": code, "kind": "unlisted"} for code in sorted(set(codes))],
    )


def measure_row(
    connection: Connection,
    kind: str,
    key: str,
    name: str,
    jurisdiction: str,
    now: datetime,
    *,
    provisional: bool = False,
) -> int:
    """The id of the measure under a key; it is made if it is not there."""
    measure = table("measure")
    found = connection.scalar(select(measure.c.id).where(measure.c.key == key))
    if found is not None:
        return int(found)
    values: Values = {
        "kind": kind,
        "key": key,
        "name": name,
        "jurisdiction": jurisdiction,
        "provisional": provisional,
        "created_at": now,
    }
    return insert_row(connection, measure, values)


def note_measure(
    connection: Connection, measure: Bill | Package, key: StatedKey, now: datetime
) -> int:
    """Take up a measure under the key that an article gives it, with all that describes it.

    Returns:
        The id of the measure of that key.
    """
    jurisdiction = "+".join(sorted(measure.jurisdiction))
    measure_id = measure_row(
        connection,
        measure.kind,
        key.key,
        display_name(measure),
        jurisdiction,
        now,
        provisional=key.provisional,
    )
    if isinstance(measure, Bill):
        _note_bill(connection, measure_id, measure)
    else:
        _note_package(connection, measure_id, measure)
    _note_description(connection, measure_id, measure)
    return measure_id


def add_aliases(connection: Connection, measure_id: int, kind: str, names: Iterable[str]) -> None:
    """Add names of a measure. Of several spellings the first in the alphabet is kept."""
    alias = table("measure_alias")
    rows = [
        {"measure_id": measure_id, "folded": name_key(name), "alias": name, "kind": kind}
        for name in names
        if name_key(name)
    ]
    insert_missing(connection, alias, rows)
    for row in rows:
        connection.execute(
            update(alias)
            .where(alias.c.measure_id == measure_id, alias.c.folded == row["folded"])
            .where(alias.c.alias > row["alias"])
            .values(alias=row["alias"])
        )


def canonical_ids(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """What each measure counts as: the one that it was merged into, or itself."""
    measure = table("measure")
    rows = connection.execute(
        select(measure.c.id, measure.c.merged_into_id).where(measure.c.id.in_(ids))
    )
    return {each: merged or each for each, merged in rows}


def _note_bill(connection: Connection, measure_id: int, bill: Bill) -> None:
    rows = table("bill")
    values = {"measure_id": measure_id, "number": bill.number, "congress": bill.congress}
    insert_missing(connection, rows, [values])
    if not bill.title:
        _prefer_name(connection, measure_id, display_name(bill))
        return
    known = connection.execute(
        select(rows.c.title, rows.c.source).where(rows.c.measure_id == measure_id)
    ).one()
    if known.source is None and bill.title == _preferred(known.title, bill.title):
        connection.execute(
            update(rows).where(rows.c.measure_id == measure_id).values(title=bill.title)
        )
        measure = table("measure")
        connection.execute(
            update(measure).where(measure.c.id == measure_id).values(name=bill.title)
        )
    add_aliases(connection, measure_id, "title", [untimed(bill.title)])


def _note_package(connection: Connection, measure_id: int, package: Package) -> None:
    rows = table("sanctions_package")
    values = {"measure_id": measure_id, "form": package.form, "ordinal": package.ordinal}
    insert_missing(connection, rows, [values])
    known = connection.scalar(select(rows.c.form).where(rows.c.measure_id == measure_id))
    if _FORM_ORDER.index(package.form) < _FORM_ORDER.index(str(known)):
        connection.execute(
            update(rows).where(rows.c.measure_id == measure_id).values(form=package.form)
        )
    if package.form != "numbered":
        _prefer_name(connection, measure_id, display_name(package))


def _note_description(connection: Connection, measure_id: int, measure: Bill | Package) -> None:
    for relation, codes in (
        ("measure_issuer", measure.jurisdiction),
        ("measure_target", measure.targets),
    ):
        rows = [{"measure_id": measure_id, "country_code": code} for code in sorted(set(codes))]
        insert_missing(connection, table(relation), rows)
    if isinstance(measure, Package):
        hit = [{"measure_id": measure_id, "sector": sector} for sector in sorted(measure.sectors)]
        insert_missing(connection, table("measure_sector"), hit)
    add_aliases(connection, measure_id, "name", names_of(measure))


def _prefer_name(connection: Connection, measure_id: int, name: str) -> None:
    """Of several names in articles one is shown, whichever article comes first."""
    measure, bill, package = table("measure"), table("bill"), table("sanctions_package")
    row = connection.execute(
        select(measure.c.name, bill.c.title, bill.c.source, package.c.source)
        .outerjoin(bill, bill.c.measure_id == measure.c.id)
        .outerjoin(package, package.c.measure_id == measure.c.id)
        .where(measure.c.id == measure_id)
    ).one()
    known, title, *sources = row
    if title is None and not any(sources) and name == _preferred(known, name):
        connection.execute(update(measure).where(measure.c.id == measure_id).values(name=name))


def _preferred(one: str | None, other: str) -> str:
    """The longer of two names, the first in the alphabet of two as long."""
    return other if one is None else min((one, other), key=lambda name: (-len(name), name))
