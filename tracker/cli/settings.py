"""What holds for a whole run: which store, how to print."""

import os
from dataclasses import dataclass
from pathlib import Path
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


def default_database() -> str:
    """The SQLite file in the user's data directory."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(home) / "sanctions-tracker" / "tracker.sqlite")
