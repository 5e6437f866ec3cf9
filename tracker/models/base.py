"""What all tables share: how a column says its meaning, and checks on vocabularies."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, MetaData
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names of constraints, so that a migration can drop what another has made."""


class Row(SQLModel):
    """Parent of every table. The first paragraph of a table's docstring is its meaning."""

    metadata = MetaData(naming_convention=NAMES)


def means(meaning: str, **options: Any) -> Any:
    """A column with its meaning, kept in the schema as a comment.

    Args:
        meaning: What the column says, for the person who types SQL.
        options: Passed on to `sqlmodel.Field`.
    """
    return Field(sa_column_kwargs={"comment": meaning}, **options)


def moment(meaning: str, **options: Any) -> Any:
    """A point in time in UTC, without a zone: the same on every database and in every session."""
    return means(meaning, sa_type=DateTime, **options)


def identity() -> Any:
    """The primary key that the database hands out."""
    return means("Number of the row.", default=None, primary_key=True)


def one_of(column: str, vocabulary: Sequence[str]) -> CheckConstraint:
    """A check that `column` holds a word of `vocabulary`, or nothing where it may be null."""
    words = ", ".join(f"'{word}'" for word in vocabulary)
    return CheckConstraint(f'"{column}" IN ({words})', name=column)


def source() -> Any:
    """Where a row of reference data comes from."""
    return means("Where the row comes from.", default=None)


def as_of() -> Any:
    """The day of the source that a row of reference data was taken from."""
    return means("Day on which the source said so.", default=None)
