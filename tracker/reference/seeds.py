"""The reference data that ships with the program, into the store: once, and when it changes."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from tracker import resources
from tracker.models import table
from tracker.reference.official import official_bill, store_official_bill
from tracker.reference.packages import store_package
from tracker.reference.people import by_bioguide, store_people, store_terms
from tracker.reference.tables import CsvRow, converted, read_csv
from tracker.store.relinking import relink
from tracker.store.rows import insert_rows, upsert, utc_now

_TABLES = {
    "countries.csv": "country",
    "issuers.csv": "issuer",
    "sanctions_programs.csv": "sanctions_program",
    "committees.csv": "committee",
    "bodies.csv": "body",
    "threshold_rules.csv": "threshold_rule",
    "statuses.csv": "status_stage",
    "official_statuses.csv": "official_status",
    "action_codes.csv": "action_code",
}
"""Files whose rows are rows of one table, each after those that it refers to."""


def load_seeds(engine: Engine) -> list[str]:
    """Load the files that are new or have changed, in one transaction.

    Args:
        engine: Engine on a store that is up to date.

    Returns:
        Names of the files that were loaded; none if there was nothing to do.
    """
    files = {name: _hash(resources.seeds() / name) for name in (*_TABLES, *_OTHERS)}
    with engine.connect() as connection:
        if _loaded(connection) == files:
            return []
    with engine.begin() as connection:
        loaded = _loaded(connection)
        stale = [name for name, digest in files.items() if loaded.get(name) != digest]
        now = utc_now()
        sources = {row.cells["file"]: row.cells for row in _rows("sources.csv")}
        for name in stale:
            load = _OTHERS.get(name, _load_table)
            load(connection, name, _provenance(sources[name]), now)
        seed_file = table("seed_file")
        rows = [{"name": name, "sha256": files[name], "loaded_at": now} for name in stale]
        upsert(connection, seed_file, rows, ["name"])
    return stale


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _loaded(connection: Connection) -> dict[str, str]:
    seed_file = table("seed_file")
    rows = connection.execute(select(seed_file.c.name, seed_file.c.sha256))
    return {row.name: row.sha256 for row in rows}


def _rows(name: str) -> Sequence[CsvRow]:
    return list(read_csv(resources.seeds() / name))


def _provenance(cells: Any) -> dict[str, Any]:
    as_of = cells.get("as_of")
    return {
        "source": cells.get("source"),
        "as_of": date.fromisoformat(as_of) if as_of else None,
    }


def _load_table(
    connection: Connection, name: str, provenance: dict[str, Any], _now: datetime
) -> None:
    rows = table(_TABLES[name])
    sourced = provenance if "source" in rows.columns else {}
    values = [{**converted(row, rows), **sourced} for row in _rows(name)]
    upsert(connection, rows, values, [column.name for column in rows.primary_key])


def _load_people(
    connection: Connection, name: str, provenance: dict[str, Any], _now: datetime
) -> None:
    people = [{**converted(row, table("person")), **provenance} for row in _rows(name)]
    for person in people:
        del person["id"]
    store_people(connection, people)


def _load_terms(
    connection: Connection, name: str, provenance: dict[str, Any], _now: datetime
) -> None:
    rows = _rows(name)
    terms = [(row.cells["bioguide"], _term(row) | provenance) for row in rows]
    store_terms(connection, by_bioguide(terms))


def _term(row: CsvRow) -> dict[str, Any]:
    cells = {**row.cells, "person_id": "0"}
    values = converted(CsvRow(row.file, row.line, cells), table("office_term"))
    del values["id"], values["person_id"]
    return values


def _load_packages(
    connection: Connection, name: str, _provenance: dict[str, Any], now: datetime
) -> None:
    loaded = {store_package(connection, row, now) for row in _rows(name)}
    relink(connection, loaded, now)


def _load_unnumbered_rounds(
    connection: Connection, name: str, provenance: dict[str, Any], _now: datetime
) -> None:
    rounds = table("unnumbered_round")
    connection.execute(delete(rounds))
    values = [{**converted(row, rounds), **provenance} for row in _rows(name)]
    for row in values:
        del row["id"]
    insert_rows(connection, rounds, values)


def _load_bills(
    connection: Connection, name: str, _provenance: dict[str, Any], now: datetime
) -> None:
    entries = json.loads((resources.seeds() / name).read_text(encoding="utf-8"))
    loaded = {
        store_official_bill(connection, official_bill(entry), "seeds", now) for entry in entries
    }
    relink(connection, loaded, now)


_Loader = Callable[[Connection, str, dict[str, Any], datetime], None]

_OTHERS: dict[str, _Loader] = {
    "people.csv": _load_people,
    "office_terms.csv": _load_terms,
    "eu_packages.csv": _load_packages,
    "eu_unnumbered_rounds.csv": _load_unnumbered_rounds,
    "bills.json": _load_bills,
}
"""Files that take more than that."""
