"""Numbered sanctions packages from a CSV file of the form of `seeds/eu_packages.csv`."""

from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, delete

from tracker.models import table
from tracker.reference.legal_acts import legal_acts
from tracker.reference.tables import CsvRow, converted
from tracker.store.measures import add_aliases, measure_row, note_places, note_reference
from tracker.store.rows import insert_rows, upsert

COLUMNS = ("jurisdiction", "target", "ordinal", "name", "adopted_on")
"""The columns without which a file of packages cannot be read."""

_DATES = ("proposed_on", "agreed_on", "adopted_on")


def store_package(connection: Connection, row: CsvRow, now: datetime) -> int:
    """Add a numbered package with its dates, counts and legal acts, or change the one there.

    Args:
        connection: A connection in a transaction.
        row: The package.
        now: The time, UTC.

    Returns:
        The id of its measure.

    Raises:
        InputError: A cell is missing, is of the wrong type, or the dates contradict each other.
    """
    values = _values(row)
    issuer, target = row.cells["jurisdiction"].upper(), row.cells["target"].upper()
    note_places(connection, [issuer, target])
    key = f"{issuer}/{target}/{values['ordinal']}".lower()
    name = f"{row.cells['name']} ({issuer} against {target})"
    measure_id = measure_row(connection, "package", key, name, issuer, now)
    values["measure_id"] = measure_id
    upsert(connection, table("sanctions_package"), [values], ["measure_id"])
    places = {"measure_issuer": [issuer], "measure_target": [target]}
    note_reference(connection, measure_id, name, places, now)
    add_aliases(connection, measure_id, "name", {f"{issuer} {row.cells['name']}": None}, now)
    _store_acts(connection, measure_id, row.cells.get("legal_acts", ""))
    return measure_id


def _values(row: CsvRow) -> dict[str, Any]:
    for column in COLUMNS[:4]:
        if column not in row.cells:
            raise row.error(f'"{column}" is empty')
    cells = {**row.cells, "measure_id": "0", "form": "numbered"}
    values = converted(CsvRow(row.file, row.line, cells), table("sanctions_package"))
    told = [(name, values[name]) for name in _DATES if values[name]]
    for (earlier, one), (later, other) in pairwise(told):
        if one > other:
            raise row.error(f"{earlier} {one} is after {later} {other}")
    return values


def _store_acts(connection: Connection, measure_id: int, citations: str) -> None:
    legal_act = table("legal_act")
    connection.execute(delete(legal_act).where(legal_act.c.measure_id == measure_id))
    rows = [
        {
            "measure_id": measure_id,
            "act": act.act,
            "type": act.type,
            "celex": act.celex,
            "eli": act.eli,
            "target": act.target,
        }
        for act in legal_acts(citations)
    ]
    insert_rows(connection, legal_act, rows)
