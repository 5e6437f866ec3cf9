"""What every table, view and column means.

The meanings stand in the models and in the views' files. Reading the models takes long, so
`python -m tracker.store.catalogue` keeps them in `schema.json`, and a test that it is up to date.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("schema.json")


@dataclass(frozen=True)
class Column:
    """A column of a table or view.

    Attributes:
        name: Its name.
        meaning: What it says.
        type: Its SQL type; empty for the column of a view.
        key: `primary key`, the column that it refers to (`measure.id`), or empty.
    """

    name: str
    meaning: str
    type: str = ""
    key: str = ""


@dataclass(frozen=True)
class Relation:
    """A table or view.

    Attributes:
        name: Its name.
        kind: `table` or `view`.
        meaning: What one row is.
        columns: Its columns, in order.
    """

    name: str
    kind: str
    meaning: str
    columns: tuple[Column, ...]


def catalogue() -> tuple[Relation, ...]:
    """All views, then all tables, in the order of their names."""
    return tuple(
        Relation(**{**entry, "columns": tuple(Column(**column) for column in entry["columns"])})
        for entry in json.loads(_FILE.read_text(encoding="utf-8"))
    )


def build_catalogue() -> tuple[Relation, ...]:
    """The same, from the models and the views' files."""
    from sqlalchemy.schema import Column as TableColumn

    from tracker.models import metadata
    from tracker.store.views import current_views

    def key(column: TableColumn[object]) -> str:
        referred = [str(reference.target_fullname) for reference in column.foreign_keys]
        return ", ".join((["primary key"] if column.primary_key else []) + referred)

    views = [
        Relation(
            view.name,
            "view",
            view.meaning,
            tuple(Column(name, meaning) for name, meaning in view.columns.items()),
        )
        for view in current_views()
    ]
    tables = [
        Relation(
            table.name,
            "table",
            table.comment or "",
            tuple(
                Column(column.name, column.comment or "", str(column.type), key(column))
                for column in table.columns
            ),
        )
        for table in metadata.tables.values()
    ]
    return tuple(sorted(views, key=_name) + sorted(tables, key=_name))


def render(relations: tuple[Relation, ...]) -> str:
    """The text of `schema.json`."""
    return json.dumps([asdict(relation) for relation in relations], indent=1) + "\n"


def _name(relation: Relation) -> str:
    return relation.name


if __name__ == "__main__":
    _FILE.write_text(render(build_catalogue()), encoding="utf-8")
