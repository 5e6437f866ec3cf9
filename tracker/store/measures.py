"""Measures as articles describe them, into their tables."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from tracker.models import table
from tracker.record import Bill, Package
from tracker.store.keys import StatedKey, display_name, initials_of, name_key, names_of, untimed
from tracker.store.rows import Values, insert_missing, insert_or_settle

_FORM_ORDER = ("numbered", "named", "action", "regime")

Told = tuple[Bill | Package, StatedKey]
"""A measure of a record with the key that its article gives it."""


@dataclass(frozen=True, slots=True)
class _Face:
    """What a measure is shown as.

    Attributes:
        name: Its name.
        title: Short title of a bill.
        form: Form of a package.
        sourced: Whether that comes from reference data, which articles do not change.
    """

    name: str
    title: str | None = None
    form: str | None = None
    sourced: bool = False


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


def note_measures(connection: Connection, told: Sequence[Told], now: datetime) -> list[int]:
    """Take up the measures of an article under their keys, with all that describes them.

    Returns:
        The ids of the measures of those keys, one for each of `told`.
    """
    ids, faces = _known(connection, {key.key for _, key in told})
    before = dict(faces)
    first: dict[str, Told] = {}
    for measure, key in told:
        first.setdefault(key.key, (measure, key))
        faces[key.key] = _face(measure, faces.get(key.key))
    new = [each for key, each in first.items() if key not in ids]
    rows = [
        _row(
            measure.kind,
            key.key,
            faces[key.key].name,
            "+".join(sorted(measure.jurisdiction)),
            now,
            provisional=key.provisional,
        )
        for measure, key in new
    ]
    made = _insert(connection, rows)
    ids |= {key.key: each for (_, key), each in zip(new, made, strict=True)}
    kinds = {ids[key]: measure.kind for key, (measure, _) in first.items()}
    _change(
        connection, {ids[key]: faces[key] for key in before if faces[key] != before[key]}, kinds
    )
    _note_own_columns(connection, [(ids[key], *first[key], faces[key]) for key in first])
    _note_descriptions(connection, [(ids[key.key], measure) for measure, key in told])
    return [ids[key.key] for _, key in told]


def add_aliases(connection: Connection, measure_id: int, kind: str, names: Iterable[str]) -> None:
    """Add names of a measure. Of several spellings the first in the alphabet is kept."""
    _add_aliases(connection, [(measure_id, kind, name) for name in names])


def canonical_ids(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """What each measure counts as: the one that it was merged into, or itself."""
    measure = table("measure")
    rows = connection.execute(
        select(measure.c.id, measure.c.merged_into_id).where(measure.c.id.in_(ids))
    )
    return {each: merged or each for each, merged in rows}


def _row(
    kind: str, key: str, name: str, jurisdiction: str, now: datetime, *, provisional: bool = False
) -> Values:
    return {
        "kind": kind,
        "key": key,
        "name": name,
        "jurisdiction": jurisdiction,
        "provisional": provisional,
        "created_at": now,
    }


def _insert(connection: Connection, rows: Sequence[Values]) -> list[int]:
    if not rows:
        return []
    measure = table("measure")
    made = insert(measure).returning(measure.c.id, sort_by_parameter_order=True)
    return [int(each) for each in connection.scalars(made, list(rows))]


def _known(
    connection: Connection, keys: Collection[str]
) -> tuple[dict[str, int], dict[str, _Face]]:
    """The ids and faces of the measures that the store has under these keys."""
    measure, bill, package = table("measure"), table("bill"), table("sanctions_package")
    rows = connection.execute(
        select(
            measure.c.id,
            measure.c.key,
            measure.c.name,
            bill.c.title,
            package.c.form,
            bill.c.source.label("bill_source"),
            package.c.source.label("package_source"),
        )
        .outerjoin(bill, bill.c.measure_id == measure.c.id)
        .outerjoin(package, package.c.measure_id == measure.c.id)
        .where(measure.c.key.in_(keys))
    ).all()
    faces = {
        row.key: _Face(row.name, row.title, row.form, bool(row.bill_source or row.package_source))
        for row in rows
    }
    return {row.key: row.id for row in rows}, faces


def _face(measure: Bill | Package, known: _Face | None) -> _Face:
    """What is shown of a measure once another article told of it, whichever came first."""
    name = display_name(measure)
    if isinstance(measure, Bill):
        return _bill_face(measure.title, name, known)
    if known is None:
        return _Face(name, form=measure.form)
    form = min(measure.form, known.form or measure.form, key=_FORM_ORDER.index)
    settled = known.sourced or measure.form == "numbered"
    return _Face(known.name if settled else _preferred(known.name, name), None, form, known.sourced)


def _bill_face(title: str | None, name: str, known: _Face | None) -> _Face:
    if known is None:
        return _Face(name, title)
    if known.sourced:
        return known
    if title is not None:
        title = title if known.title is None else _preferred(known.title, title)
        return _Face(title, title)
    return known if known.title is not None else _Face(_preferred(known.name, name))


def _preferred(one: str, other: str) -> str:
    """The longer of two names, the first in the alphabet of two as long."""
    return min((one, other), key=lambda name: (-len(name), name))


def _change(connection: Connection, changed: Mapping[int, _Face], kinds: Mapping[int, str]) -> None:
    for measure_id, face in changed.items():
        measure = table("measure")
        connection.execute(update(measure).where(measure.c.id == measure_id).values(name=face.name))
        name, column = (
            ("bill", "title") if kinds[measure_id] == "bill" else ("sanctions_package", "form")
        )
        own = table(name)
        connection.execute(
            update(own)
            .where(own.c.measure_id == measure_id)
            .values({column: getattr(face, column)})
        )


def _note_own_columns(
    connection: Connection, told: Iterable[tuple[int, Bill | Package, StatedKey, _Face]]
) -> None:
    """Add what only bills or only packages have, unless it is there."""
    rows: dict[str, list[Values]] = {"bill": [], "sanctions_package": []}
    for measure_id, measure, _, face in told:
        if isinstance(measure, Bill):
            own = {"number": measure.number, "congress": measure.congress, "title": face.title}
            rows["bill"].append({"measure_id": measure_id, **own})
        else:
            own = {"form": face.form, "ordinal": measure.ordinal}
            rows["sanctions_package"].append({"measure_id": measure_id, **own})
    for name, values in rows.items():
        insert_missing(connection, table(name), values)


def _note_descriptions(connection: Connection, told: Sequence[tuple[int, Bill | Package]]) -> None:
    places: dict[str, list[tuple[int, str]]] = {"measure_issuer": [], "measure_target": []}
    for each, measure in told:
        places["measure_issuer"] += [(each, code) for code in measure.jurisdiction]
        places["measure_target"] += [(each, code) for code in measure.targets]
    for name, pairs in places.items():
        rows = [{"measure_id": each, "country_code": code} for each, code in sorted(set(pairs))]
        insert_missing(connection, table(name), rows)
    hit = {(each, sector) for each, m in told if isinstance(m, Package) for sector in m.sectors}
    sectors = [{"measure_id": each, "sector": sector} for each, sector in sorted(hit)]
    insert_missing(connection, table("measure_sector"), sectors)
    titles = [
        (each, "title", untimed(measure.title))
        for each, measure in told
        if isinstance(measure, Bill) and measure.title
    ]
    names = [(each, "name", name) for each, measure in told for name in names_of(measure)]
    _add_aliases(connection, titles + names)


def _with_initials(named: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for measure_id, kind, name in named:
        yield measure_id, kind, name
        if kind == "title":
            yield from ((measure_id, "initials", short) for short in initials_of(name))


def _add_aliases(connection: Connection, named: Iterable[tuple[int, str, str]]) -> None:
    """Add names, each with its measure and kind; a title that is also told as a name is a title."""
    rows: dict[tuple[int, str], Values] = {}
    for measure_id, kind, name in _with_initials(named):
        folded = name_key(name)
        if not folded:
            continue
        held = rows.get((measure_id, folded), {"alias": name, "kind": kind})
        rows[measure_id, folded] = {
            "measure_id": measure_id,
            "folded": folded,
            "alias": min(held["alias"], name),
            "kind": max(held["kind"], kind),
        }
    key = ["measure_id", "folded"]
    insert_or_settle(
        connection, table("measure_alias"), rows.values(), key, least="alias", greatest="kind"
    )
