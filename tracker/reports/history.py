"""The store as of another day, or as it was known at another time.

Queries over views keep working unchanged: each table whose rows carry a time, and each view
over them, is shadowed by a common table expression of the same name that holds the rows of then.
"""

from datetime import UTC, date, datetime
from functools import cache

from tracker.reports.asked import Asked

_DATED = ("status_change", "sponsorship", "vote")
_REPORTED = ("support", "vote_threshold", "designation")


def taken_back(
    statement: str, asked: Asked, schema: str, dialect: str
) -> tuple[str, dict[str, object]]:
    """Take a query back in time.

    Args:
        statement: The query, a plain SELECT.
        asked: The day and the knowledge.
        schema: Schema of the tables, `main` on SQLite.
        dialect: `sqlite` or `postgresql`.

    Returns:
        The query and the values of the parameters that were added; the query as it was if the
        present is asked for.
    """
    if asked.as_of is None and asked.known_at is None:
        return statement, {}
    columns = _columns()
    parts = [
        _merged(schema, asked.known_at is not None),
        *(
            f"{table} AS ({_claims(table, columns[table], schema, asked)})"
            for table in (*_DATED, *_REPORTED)
        ),
        *(f"{table} AS ({select})" for table, select in _others(columns, schema, asked)),
        *_views(dialect),
    ]
    then = _on_that_day(statement, dialect)
    return f"WITH RECURSIVE {', '.join(parts)}\n{then}", _values(asked)


def _values(asked: Asked) -> dict[str, object]:
    values: dict[str, object] = {"today_then": _today(asked).isoformat()}
    if asked.as_of is not None:
        values["as_of"] = values["as_of_text"] = asked.as_of.isoformat()
    if asked.known_at is not None:
        values["known_at"] = _utc(asked.known_at)
    return values


def _today(asked: Asked) -> date:
    if asked.as_of is not None:
        return asked.as_of
    assert asked.known_at is not None
    return asked.known_at.date()


def _utc(moment: datetime) -> str:
    """As the store writes times: UTC, without a zone."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(" ", "microseconds")


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    from tracker.store.catalogue import catalogue

    return {
        relation.name: tuple(column.name for column in relation.columns)
        for relation in catalogue()
        if relation.kind == "table"
    }


def _merged(schema: str, known: bool) -> str:
    """Each merged measure with the one that it counted as then, through any chain of merges."""
    then = "WHERE merged_at <= :known_at" if known else ""
    return (
        "merged_then (measure_id, into_id) AS ("
        f"SELECT measure_id, into_id FROM {schema}.measure_merge {then}), "
        "settled (measure_id, into_id) AS ("
        "SELECT measure_id, into_id FROM merged_then "
        "UNION SELECT s.measure_id, m.into_id FROM settled AS s "
        "JOIN merged_then AS m ON m.measure_id = s.into_id), "
        "counted_as (measure_id, into_id) AS ("
        "SELECT measure_id, into_id FROM settled AS s WHERE NOT EXISTS ("
        "SELECT 1 FROM merged_then AS m WHERE m.measure_id = s.into_id))"
    )


def _claims(table: str, columns: tuple[str, ...], schema: str, asked: Asked) -> str:
    changed = {"measure_id": _measure_then("c.stated_measure_id")}
    terms = []
    if asked.known_at is not None:
        changed["superseded_at"] = _not_yet("c.superseded_at")
        changed["verdict"] = "CASE WHEN c.reviewed_at <= :known_at THEN c.verdict END"
        terms.append("c.recorded_at <= :known_at")
    if asked.as_of is not None:
        terms.append(_told_by_then(table))
        if table == "sponsorship":
            changed["withdrawn_on"] = "CASE WHEN c.withdrawn_on <= :as_of THEN c.withdrawn_on END"
    return _select(table, columns, schema, changed, terms)


def _told_by_then(table: str) -> str:
    """A fact holds from the day by which it was so, all else from the day it was reported."""
    if table == "status_change":
        day = "CASE c.modality WHEN 'actual' THEN c.effective_on ELSE c.reported_on END"
    else:
        day = "coalesce(c.effective_on, c.reported_on)" if table in _DATED else "c.reported_on"
    return f"({day} IS NULL OR {day} <= :as_of)"


def _others(
    columns: dict[str, tuple[str, ...]], schema: str, asked: Asked
) -> list[tuple[str, str]]:
    known, day = asked.known_at is not None, asked.as_of is not None
    article = ["c.ingested_at <= :known_at"] * known + [
        "(c.published_at IS NULL OR c.published_at <= :as_of_text)"
    ] * day
    mention = {"measure_id": _measure_then("c.stated_measure_id")}
    measure = {
        "merged_into_id": "(SELECT a.into_id FROM counted_as AS a WHERE a.measure_id = c.id)"
    }
    superseded = {"superseded_at": _not_yet("c.superseded_at")} if known else {}
    selects = {
        "article": (superseded, article),
        "mention": (
            mention,
            ["EXISTS (SELECT 1 FROM article AS a WHERE a.id = c.article_id)"],
        ),
        "measure": (measure, ["c.created_at <= :known_at"] * known),
        "official_record": ({}, ["c.recorded_at <= :known_at"] * known),
    }
    return [
        (table, _select(table, columns[table], schema, changed, terms))
        for table, (changed, terms) in selects.items()
    ]


def _measure_then(stated: str) -> str:
    return (
        f"coalesce((SELECT a.into_id FROM counted_as AS a WHERE a.measure_id = {stated}), {stated})"
    )


def _not_yet(column: str) -> str:
    return f"CASE WHEN {column} <= :known_at THEN {column} END"


def _select(
    table: str,
    columns: tuple[str, ...],
    schema: str,
    changed: dict[str, str],
    terms: list[str],
) -> str:
    wanted = ", ".join(
        f"{changed.get(name, f'c.{_quoted(name)}')} AS {_quoted(name)}" for name in columns
    )
    where = f" WHERE {' AND '.join(terms)}" if terms else ""
    return f"SELECT {wanted} FROM {schema}.{table} AS c{where}"


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def _views(dialect: str) -> list[str]:
    from tracker.store.views import current_views

    return [
        f"{view.name} AS ({_on_that_day(view.sql(dialect), dialect)})" for view in current_views()
    ]


def _on_that_day(select: str, dialect: str) -> str:
    today = "CAST(:today_then AS DATE)" if dialect == "postgresql" else ":today_then"
    return select.replace("CURRENT_DATE", today)
