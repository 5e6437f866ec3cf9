"""The store as of another day, or as it was known at another time.

Queries over views keep working unchanged: each table whose rows carry a time, and each view
over them, is shadowed by a common table expression of the same name that holds the rows of then.
"""

from datetime import UTC, datetime
from functools import cache

from tracker.reports.asked import Asked
from tracker.store.shown import (
    best_form,
    best_name,
    best_title,
    by_characters,
    is_known_to_reference,
)

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
        *([_repeated(schema)] if asked.known_at is not None else []),
        *(
            f"{table} AS ({_claims(table, columns[table], schema, asked)})"
            for table in (*_DATED, *_REPORTED)
        ),
        *(f"{table} AS ({select})" for table, select in _others(columns, schema, asked, dialect)),
        *_views(dialect),
    ]
    then = _on_that_day(statement, dialect)
    return f"WITH RECURSIVE {', '.join(parts)}\n{then}", _values(asked)


def _values(asked: Asked) -> dict[str, object]:
    values: dict[str, object] = {"today_then": asked.today.isoformat()}
    if asked.as_of is not None:
        values["as_of"] = values["as_of_text"] = asked.as_of.isoformat()
    if asked.known_at is not None:
        values["known_at"] = _utc(asked.known_at)
    return values


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
    now = f"SELECT measure_id, into_id FROM {schema}.measure_merge"
    then = (
        f"{now} WHERE merged_at <= :known_at "
        f"UNION ALL SELECT measure_id, into_id FROM {schema}.past_merge "
        "WHERE merged_at <= :known_at AND ended_at > :known_at"
    )
    return (
        f"merged_then (measure_id, into_id) AS ({then if known else now}), "
        "settled (measure_id, into_id) AS ("
        "SELECT measure_id, into_id FROM merged_then "
        "UNION SELECT s.measure_id, m.into_id FROM settled AS s "
        "JOIN merged_then AS m ON m.measure_id = s.into_id), "
        "counted_as (measure_id, into_id) AS ("
        "SELECT measure_id, into_id FROM settled AS s WHERE NOT EXISTS ("
        "SELECT 1 FROM merged_then AS m WHERE m.measure_id = s.into_id))"
    )


def _repeated(schema: str) -> str:
    """What each article counted as repeating then that counts otherwise by now."""
    return (
        "repeated_then AS ("
        f"SELECT p.article_id, p.duplicate_of_id FROM {schema}.past_repeat AS p "
        "WHERE p.ended_at > :known_at AND NOT EXISTS ("
        f"SELECT 1 FROM {schema}.past_repeat AS q WHERE q.article_id = p.article_id "
        "AND q.ended_at > :known_at AND q.id < p.id))"
    )


def _claims(table: str, columns: tuple[str, ...], schema: str, asked: Asked) -> str:
    changed = {"measure_id": _measure_then("c.stated_measure_id")}
    terms = []
    if asked.known_at is not None:
        changed["superseded_at"] = (
            "CASE WHEN c.superseded_at <= :known_at THEN c.superseded_at"
            " WHEN c.article_id IN (SELECT r.article_id FROM repeated_then AS r"
            " WHERE r.duplicate_of_id IS NOT NULL) THEN c.recorded_at END"
        )
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
    columns: dict[str, tuple[str, ...]], schema: str, asked: Asked, dialect: str
) -> list[tuple[str, str]]:
    known, day = asked.known_at is not None, asked.as_of is not None
    published = ["(c.published_at IS NULL OR c.published_at <= :as_of_text)"] * day
    of_measure = ["c.created_at <= :known_at"] * known
    described = [
        "(c.article_id IS NULL OR EXISTS (SELECT 1 FROM article AS a WHERE a.id = c.article_id))"
    ]
    begun = ["(c.since IS NULL OR c.since <= :as_of)"] * day
    by_reference = is_known_to_reference("c.measure_id")
    selects = {
        "article": (_article(known), ["c.ingested_at <= :known_at"] * known + published),
        "article_copy": ({}, ["c.seen_at <= :known_at"] * known + published),
        "mention": (
            {"measure_id": _measure_then("c.stated_measure_id")},
            ["EXISTS (SELECT 1 FROM article AS a WHERE a.id = c.article_id)"],
        ),
        "official_record": ({}, ["c.recorded_at <= :known_at"] * known),
        "measure_description": ({}, ["c.noted_at <= :known_at"] * known + described + begun),
        "measure": (_measure(dialect), of_measure),
        "bill": (_bill(columns["bill"], known, dialect), []),
        "sanctions_package": (_package(columns["sanctions_package"], known), []),
        "measure_relation": ({}, [by_reference] * known + begun),
    }
    return [
        *(
            (table, _select(table, columns[table], schema, changed, terms))
            for table, (changed, terms) in selects.items()
        ),
        *_descriptions(dialect),
    ]


def _article(known: bool) -> dict[str, str]:
    if not known:
        return {}
    repeated = "FROM repeated_then AS r"
    return {
        "superseded_at": _not_yet("c.superseded_at"),
        "duplicate_of_id": f"CASE WHEN c.id IN (SELECT r.article_id {repeated})"
        f" THEN (SELECT r.duplicate_of_id {repeated} WHERE r.article_id = c.id)"
        " ELSE c.duplicate_of_id END",
    }


def _measure(dialect: str) -> dict[str, str]:
    """A measure that only later articles name is shown as those are that count as it."""
    own = best_name("= c.id", dialect)
    merged = "IN (SELECT a.measure_id FROM counted_as AS a WHERE a.into_id = c.id)"
    return {
        "name": f"coalesce({own}, {best_name(merged, dialect)}, c.key)",
        "merged_into_id": "(SELECT a.into_id FROM counted_as AS a WHERE a.measure_id = c.id)",
    }


def _bill(columns: tuple[str, ...], known: bool, dialect: str) -> dict[str, str]:
    official = _official(columns, ("measure_id", "number", "congress", "title")) if known else {}
    return {**official, "title": best_title("c.measure_id", "c.title", dialect)}


def _package(columns: tuple[str, ...], known: bool) -> dict[str, str]:
    official = _official(columns, ("measure_id", "form", "ordinal")) if known else {}
    return {**official, "form": f"coalesce({best_form('c.measure_id')}, c.form)"}


def _official(columns: tuple[str, ...], told: tuple[str, ...]) -> dict[str, str]:
    """The columns that reference data alone fills, empty until it was there."""
    is_there = is_known_to_reference("c.measure_id")
    return {name: f"CASE WHEN {is_there} THEN c.{name} END" for name in columns if name not in told}


def _descriptions(dialect: str) -> list[tuple[str, str]]:
    told = "FROM measure_description AS d WHERE"
    alias, kind = by_characters("d.value", dialect), by_characters("d.facet", dialect)
    return [
        (
            "measure_alias",
            (
                f"SELECT d.measure_id, d.folded, min({alias}) AS alias, max({kind}) AS kind "
                f"{told} d.folded IS NOT NULL GROUP BY d.measure_id, d.folded"
            ),
        ),
        *(
            (table, f"SELECT DISTINCT d.measure_id, d.value AS {column} {told} d.facet = '{facet}'")
            for table, column, facet in (
                ("measure_target", "country_code", "target"),
                ("measure_sector", "sector", "sector"),
            )
        ),
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
    wanted = ", ".join(f"{changed.get(name, f'c.{name}')} AS {name}" for name in columns)
    where = f" WHERE {' AND '.join(terms)}" if terms else ""
    return f"SELECT {wanted} FROM {schema}.{table} AS c{where}"


@cache
def _views(dialect: str) -> list[str]:
    from tracker.store.views import current_views

    return [
        f"{view.name} AS ({_on_that_day(view.sql(dialect), dialect)})" for view in current_views()
    ]


def _on_that_day(select: str, dialect: str) -> str:
    today = "CAST(:today_then AS DATE)" if dialect == "postgresql" else ":today_then"
    return select.replace("CURRENT_DATE", today)
