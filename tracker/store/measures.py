"""Measures as articles describe them, into their tables."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from tracker.models import table
from tracker.record import Bill, Package
from tracker.store.descriptions import Description, note_lasting, note_told, show_anew
from tracker.store.keys import StatedKey, display_name, initials_of, name_key, names_of, untimed
from tracker.store.rows import Values, insert_missing, insert_or_settle

Told = tuple[Bill | Package, StatedKey]
"""A measure of a record with the key that its article gives it."""


def note_places(connection: Connection, codes: Iterable[str]) -> None:
    """Add the codes that the reference data does not know."""
    insert_missing(
        connection,
        table("country"),
        [{"code": code, "name": code, "kind": "unlisted"} for code in sorted(set(codes))],
    )


def measure_row(
    connection: Connection, kind: str, key: str, name: str, jurisdiction: str, now: datetime
) -> int:
    """The id of the measure under a key of its own; it is made if it is not there."""
    measure = table("measure")
    found = connection.scalar(select(measure.c.id).where(measure.c.key == key))
    if found is None:
        (found,) = _insert(connection, [_row(kind, key, name, jurisdiction, now)])
    return int(found)


def note_reference(
    connection: Connection,
    measure_id: int,
    name: str,
    places: Mapping[str, Iterable[str]],
    now: datetime,
) -> None:
    """Note the name and the places that reference data gives a measure.

    Args:
        connection: A connection in a transaction.
        measure_id: The measure.
        name: Its name, which articles do not change.
        places: Codes of places by the table that they go to.
        now: The time, UTC.
    """
    for relation, codes in places.items():
        rows = [{"measure_id": measure_id, "country_code": code} for code in codes]
        insert_missing(connection, table(relation), rows)
    targets = [Description(measure_id, "target", code) for code in places["measure_target"]]
    note_lasting(connection, [Description(measure_id, "reference", name), *targets], now)
    show_anew(connection, {measure_id})


def note_measures(
    connection: Connection, told: Sequence[Told], article_id: int, now: datetime
) -> list[int]:
    """Take up the measures of an article under their keys, with all that describes them.

    Args:
        connection: A connection in a transaction.
        told: The measures.
        article_id: The article.
        now: The time, UTC.

    Returns:
        The ids of the measures of those keys, one for each of `told`.
    """
    ids = _known(connection, {key.key for _, key in told})
    new: dict[str, Values] = {}
    for measure, key in told:
        if key.key not in ids:
            places = "+".join(sorted(measure.jurisdiction))
            row = _row(measure.kind, key.key, display_name(measure), places, now)
            new.setdefault(key.key, {**row, "provisional": key.provisional})
    ids |= zip(new, _insert(connection, list(new.values())), strict=True)
    described = [(ids[key.key], measure) for measure, key in told]
    _note_own_columns(connection, described)
    _note_descriptions(connection, described, article_id, now)
    return [each for each, _ in described]


def add_aliases(
    connection: Connection,
    measure_id: int,
    kind: str,
    names: Mapping[str, date | None],
    now: datetime,
) -> None:
    """Add names that reference data or a user gives a measure.

    Args:
        connection: A connection in a transaction.
        measure_id: The measure.
        kind: Kind of the names.
        names: The names, each with the day from which the measure bears it, where known.
        now: The time, UTC.
    """
    aliases = [
        alias for name, since in names.items() for alias in _aliases(measure_id, kind, name, since)
    ]
    _settle_aliases(connection, aliases)
    note_lasting(connection, aliases, now)


def canonical_ids(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """What each measure counts as: the one that it was merged into, or itself."""
    measure = table("measure")
    rows = connection.execute(
        select(measure.c.id, measure.c.merged_into_id).where(measure.c.id.in_(ids))
    )
    return {each: merged or each for each, merged in rows}


def _row(kind: str, key: str, name: str, jurisdiction: str, now: datetime) -> Values:
    return {
        "kind": kind,
        "key": key,
        "name": name,
        "jurisdiction": jurisdiction,
        "provisional": False,
        "created_at": now,
    }


def _insert(connection: Connection, rows: Sequence[Values]) -> list[int]:
    if not rows:
        return []
    measure = table("measure")
    made = insert(measure).returning(measure.c.id, sort_by_parameter_order=True)
    return [int(each) for each in connection.scalars(made, list(rows))]


def _known(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    measure = table("measure")
    found = connection.execute(select(measure.c.key, measure.c.id).where(measure.c.key.in_(keys)))
    return {row.key: row.id for row in found}


def _note_own_columns(
    connection: Connection, described: Iterable[tuple[int, Bill | Package]]
) -> None:
    """Add what only bills or only packages have, unless it is there."""
    rows: dict[str, list[Values]] = {"bill": [], "sanctions_package": []}
    for measure_id, measure in described:
        if isinstance(measure, Bill):
            own = {"number": measure.number, "congress": measure.congress, "title": measure.title}
            rows["bill"].append({"measure_id": measure_id, **own})
        else:
            own = {"form": measure.form, "ordinal": measure.ordinal}
            rows["sanctions_package"].append({"measure_id": measure_id, **own})
    for name, values in rows.items():
        insert_missing(connection, table(name), values)


def _note_descriptions(
    connection: Connection,
    described: Sequence[tuple[int, Bill | Package]],
    article_id: int,
    now: datetime,
) -> None:
    issuers = {(each, code) for each, measure in described for code in measure.jurisdiction}
    said = [each for measure_id, measure in described for each in _said(measure_id, measure)]
    for name, column, pairs in (
        ("measure_issuer", "country_code", issuers),
        ("measure_target", "country_code", _values(said, "target")),
        ("measure_sector", "sector", _values(said, "sector")),
    ):
        rows = [{"measure_id": each, column: value} for each, value in sorted(pairs)]
        insert_missing(connection, table(name), rows)
    _settle_aliases(connection, [each for each in said if each.folded is not None])
    note_told(connection, said, article_id, now)
    show_anew(connection, {each for each, _ in described})


def _values(said: Iterable[Description], facet: str) -> set[tuple[int, str]]:
    return {(each.measure_id, each.value) for each in said if each.facet == facet}


def _said(measure_id: int, measure: Bill | Package) -> Iterator[Description]:
    """All that an article calls a measure and says that it is."""
    for code in measure.targets:
        yield Description(measure_id, "target", code)
    title = measure.title if isinstance(measure, Bill) else None
    yield Description(measure_id, "shown title" if title else "shown name", display_name(measure))
    if title:
        yield from _aliases(measure_id, "title", untimed(title))
    if isinstance(measure, Package):
        yield Description(measure_id, "form", measure.form)
        for sector in measure.sectors:
            yield Description(measure_id, "sector", sector)
    for name in names_of(measure):
        yield from _aliases(measure_id, "name", name)


def _aliases(
    measure_id: int, kind: str, name: str, since: date | None = None
) -> Iterator[Description]:
    """A name as an alias, and a title's initials."""
    shortened = initials_of(name) if kind == "title" else []
    for facet, alias in ((kind, name), *(("initials", short) for short in shortened)):
        folded = name_key(alias)
        if folded:
            yield Description(measure_id, facet, alias, folded, since)


def _settle_aliases(connection: Connection, aliases: Iterable[Description]) -> None:
    """Add aliases: of several spellings the first in the alphabet, of several kinds the last."""
    rows: dict[tuple[int, str | None], Values] = {}
    for each in aliases:
        key = (each.measure_id, each.folded)
        held = rows.get(key, {"alias": each.value, "kind": each.facet})
        rows[key] = {
            "measure_id": each.measure_id,
            "folded": each.folded,
            "alias": min(held["alias"], each.value),
            "kind": max(held["kind"], each.facet),
        }
    keys = ["measure_id", "folded"]
    insert_or_settle(
        connection, table("measure_alias"), rows.values(), keys, least="alias", greatest="kind"
    )
