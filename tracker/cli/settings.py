"""What holds for a whole run: which store, how to print."""

from dataclasses import dataclass
from typing import cast

import typer


@dataclass(frozen=True, slots=True)
class Settings:
    """The options before the command.

    Attributes:
        database: Path of an SQLite file or URL of a PostgreSQL database.
        color: Whether output to a terminal may be styled.
    """

    database: str
    color: bool


def of(context: typer.Context) -> Settings:
    """The settings of the run that a command belongs to."""
    return cast(Settings, context.find_root().obj)


def database_of(context: typer.Context) -> str:
    """The store that a command line names, though its options were not taken in yet."""
    from tracker.location import default_path

    return context.find_root().params.get("database") or str(default_path())
