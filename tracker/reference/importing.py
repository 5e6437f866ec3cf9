"""Official records and reference data that a user adds, each file in a transaction of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from tracker.errors import InputError
from tracker.models import table
from tracker.reference.billstatus import read_billstatus
from tracker.reference.legislators import Legislator, read_legislators
from tracker.reference.official import store_official_bill
from tracker.reference.packages import COLUMNS, store_package
from tracker.reference.people import store_people, store_terms
from tracker.reference.tables import CsvRow, read_csv
from tracker.store.relinking import relink
from tracker.store.rows import utc_now


@dataclass(frozen=True)
class Imported:
    """What became of one file.

    Attributes:
        path: The file.
        said: What was imported, for a message; None if nothing was.
        problems: What was left out, and why.
    """

    path: Path
    said: str | None
    problems: tuple[InputError, ...] = ()


def import_billstatus(engine: Engine, paths: list[Path]) -> Iterator[Imported]:
    """Import BILLSTATUS files; directories are searched for `*.xml`.

    Args:
        engine: Engine on a store that is up to date.
        paths: Files and directories.

    Yields:
        What became of each file, as soon as it is known.
    """
    country = table("country")
    with engine.connect() as connection:
        rows = connection.execute(select(country.c.name, country.c.code))
        countries = {row.name: row.code for row in rows}
    for path in _files(paths, "*.xml"):
        try:
            reading = read_billstatus(path, countries)
            with engine.begin() as connection:
                now = utc_now()
                measure_id = store_official_bill(connection, reading.bill, "import", now)
                relink(connection, {measure_id}, now)
        except InputError as error:
            yield Imported(path, None, (error,))
        except DBAPIError as error:
            yield Imported(path, None, (_refused(path, error),))
        else:
            yield Imported(path, reading.bill.key, reading.problems)


def import_legislators(engine: Engine, paths: list[Path]) -> Iterator[Imported]:
    """Import files of unitedstates/congress-legislators: YAML, JSON or CSV.

    Args:
        engine: Engine on a store that is up to date.
        paths: The files.

    Yields:
        What became of each file.
    """
    for path in paths:
        try:
            read = list(read_legislators(path))
            found = [each for each in read if isinstance(each, Legislator)]
            with engine.begin() as connection:
                store_people(connection, [each.person for each in found])
                terms = {each.person["bioguide"]: each.terms for each in found if each.terms}
                store_terms(connection, terms)
        except InputError as error:
            yield Imported(path, None, (error,))
        except DBAPIError as error:
            yield Imported(path, None, (_refused(path, error),))
        else:
            problems = tuple(each for each in read if isinstance(each, InputError))
            yield Imported(path, f"{len(found)} legislators", problems)


def import_packages(engine: Engine, paths: list[Path]) -> Iterator[Imported]:
    """Import CSV files of numbered packages, of the form of `seeds/eu_packages.csv`.

    Args:
        engine: Engine on a store that is up to date.
        paths: The files.

    Yields:
        What became of each file.
    """
    for path in paths:
        try:
            rows = list(read_csv(path, COLUMNS))
            with engine.begin() as connection:
                stored, problems = _store_packages(connection, rows)
        except InputError as error:
            yield Imported(path, None, (error,))
        else:
            yield Imported(path, f"{len(stored)} packages", tuple(problems))


def _store_packages(
    connection: Connection, rows: list[CsvRow]
) -> tuple[set[int], list[InputError]]:
    now = utc_now()
    stored: set[int] = set()
    problems: list[InputError] = []
    for row in rows:
        try:
            with connection.begin_nested():
                stored.add(store_package(connection, row, now))
        except InputError as error:
            problems.append(error)
        except DBAPIError as error:
            problems.append(row.error(str(error.orig).splitlines()[0]))
    relink(connection, stored, now)
    return stored, problems


def _files(paths: list[Path], pattern: str) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(pattern))
        else:
            yield path


def _refused(path: Path, error: DBAPIError) -> InputError:
    return InputError(str(error.orig).strip().splitlines()[0], where=str(path))
