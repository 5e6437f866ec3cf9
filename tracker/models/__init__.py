"""The tables, as SQLModel classes: what migrations and readers of the code rely on."""

from inspect import cleandoc

from sqlalchemy import Table

from tracker.models import claims, documents, measures, reference
from tracker.models.base import Row

metadata = Row.metadata


def _comment_tables() -> None:
    for module in (claims, documents, measures, reference):
        for model in vars(module).values():
            table = getattr(model, "__table__", None)
            if isinstance(table, Table):
                table.comment = cleandoc(model.__doc__ or "").replace("\n", " ")


_comment_tables()


def table(name: str) -> Table:
    """The table of that name, for SQLAlchemy Core."""
    return metadata.tables[name]


__all__ = ["metadata", "table"]
