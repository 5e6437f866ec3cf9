"""What documents call a measure and say that it is, and what it is shown as by all of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from functools import cache

from sqlalchemy import Connection, TextClause, bindparam, select, text, update

from tracker.models import table
from tracker.store.rows import insert_rows
from tracker.store.shown import best_form, best_name, best_title


@dataclass(frozen=True, slots=True)
class Description:
    """One thing that a document calls a measure or says that it is.

    Attributes:
        measure_id: The measure.
        facet: What of it, as in the column of that name.
        value: What is said.
        folded: An alias as it is compared.
        since: Day from which it is so, where reference data knows.
    """

    measure_id: int
    facet: str
    value: str
    folded: str | None = None
    since: date | None = None


def note_told(
    connection: Connection, told: Iterable[Description], article_id: int, now: datetime
) -> None:
    """Note what an article says."""
    _insert(connection, list(dict.fromkeys(told)), article_id, now)


def note_lasting(connection: Connection, told: Iterable[Description], now: datetime) -> None:
    """Note what reference data or a user says, unless that is noted."""
    told = list(dict.fromkeys(told))
    noted = _lasting(connection, {each.measure_id for each in told})
    _insert(connection, [each for each in told if each not in noted], None, now)


def show_anew(connection: Connection, ids: Collection[int]) -> None:
    """Show each measure as all its descriptions say, whichever of them came first."""
    for row in connection.execute(_shown(connection.dialect.name), {"ids": list(ids)}):
        for name, key, column, shown, wanted in (
            ("measure", "id", "name", row.name, row.wanted_name),
            ("bill", "measure_id", "title", row.title, row.wanted_title),
            ("sanctions_package", "measure_id", "form", row.form, row.wanted_form),
        ):
            if shown != wanted:
                own = table(name)
                connection.execute(update(own).where(own.c[key] == row.id).values({column: wanted}))


@cache
def _shown(dialect: str) -> TextClause:
    return text(f"""
        SELECT m.id, m.name, coalesce({best_name("= m.id", dialect)}, m.key) AS wanted_name,
               b.title, {best_title("m.id", "b.title", dialect)} AS wanted_title,
               p.form, coalesce({best_form("m.id")}, p.form) AS wanted_form
        FROM measure AS m
        LEFT JOIN bill AS b ON b.measure_id = m.id
        LEFT JOIN sanctions_package AS p ON p.measure_id = m.id
        WHERE m.id IN :ids
    """).bindparams(bindparam("ids", expanding=True))


def _insert(
    connection: Connection, told: Sequence[Description], article_id: int | None, now: datetime
) -> None:
    rows = [{**asdict(each), "article_id": article_id, "noted_at": now} for each in told]
    insert_rows(connection, table("measure_description"), rows)


def _lasting(connection: Connection, ids: Collection[int]) -> set[Description]:
    """What reference data and users say of measures; of names by reference data the last alone."""
    rows = table("measure_description")
    columns = (rows.c[each.name] for each in fields(Description))
    found = connection.execute(
        select(*columns)
        .where(rows.c.measure_id.in_(ids), rows.c.article_id.is_(None))
        .order_by(rows.c.id)
    )
    said = [Description(*row) for row in found]
    names = {each.measure_id: each for each in said if each.facet == "reference"}
    return {each for each in said if each.facet != "reference"} | set(names.values())
