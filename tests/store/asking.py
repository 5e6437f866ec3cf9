"""Questions that the tests put to a store."""

from typing import Any

from sqlalchemy import Engine, text

from store.telling import Telling
from tracker.store.writing import Outcome, store_article


def tell(engine: Engine, telling: Telling) -> Outcome:
    """Store an article."""
    return store_article(engine, telling.article, telling.record)


def rows(engine: Engine, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of a query, dates as text."""
    with engine.connect() as connection:
        found = connection.execute(text(sql), values)
        return [tuple(_plain(cell) for cell in row) for row in found]


def counts_as(engine: Engine) -> dict[str, str]:
    """Each described measure with the key of what it counts as."""
    return dict(
        rows(
            engine,
            "SELECT m.key, coalesce(r.key, m.key) FROM measure AS m"
            " LEFT JOIN measure AS r ON r.id = m.merged_into_id"
            " WHERE m.provisional AND EXISTS"
            " (SELECT 1 FROM mention AS n WHERE n.stated_measure_id = m.id)",
        )
    )


UNTOUCHED = {"person", "person_name", "office_term", "sanctions_program", "country", "committee"}
"""Large tables of reference data that no article changes; reading them takes long."""


def dump(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables that articles, records and users change."""
    from tracker.models import metadata

    return {
        name: sorted(rows(engine, f'SELECT * FROM "{name}"'), key=repr)
        for name in metadata.tables.keys() - UNTOUCHED
    }


def state(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """What the store says, without row numbers and times of storing: equal for equal knowledge."""
    queries = {
        "measures": "SELECT m.key, m.kind, m.name, m.jurisdiction, r.key FROM measure AS m"
        " LEFT JOIN measure AS r ON r.id = m.merged_into_id",
        "aliases": "SELECT m.key, a.folded, a.alias, a.kind FROM measure_alias AS a"
        " JOIN measure AS m ON m.id = a.measure_id",
        "merges": "SELECT m.key, r.key, g.rule, g.reason FROM measure_merge AS g"
        " JOIN measure AS m ON m.id = g.measure_id JOIN measure AS r ON r.id = g.into_id",
        "claims": "SELECT m.key, s.key, c.status, c.modality, c.date, c.quote, a.sha256"
        " FROM status_change AS c JOIN measure AS m ON m.id = c.measure_id"
        " JOIN measure AS s ON s.id = c.stated_measure_id"
        " JOIN article AS a ON a.id = c.article_id",
        "sponsors": "SELECT m.key, c.name, c.role, p.bioguide FROM sponsorship AS c"
        " JOIN measure AS m ON m.id = c.measure_id LEFT JOIN person AS p ON p.id = c.person_id",
        "mentions": "SELECT m.key, n.text, n.resolution FROM mention AS n"
        " JOIN measure AS m ON m.id = n.measure_id",
        "bills": "SELECT key, name, status, since, sponsors, outlook, articles FROM bill_status",
        "packages": "SELECT key, name, status, since, form, sectors, outlook, articles"
        " FROM package_status",
    }
    return {name: sorted(rows(engine, sql), key=repr) for name, sql in queries.items()}


def _plain(cell: Any) -> Any:
    return cell.isoformat() if hasattr(cell, "isoformat") else cell
