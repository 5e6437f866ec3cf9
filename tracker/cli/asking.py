"""The day and the knowledge that a question is as of, as options."""

from datetime import date, datetime
from typing import Annotated

import typer

from tracker.cli.moments import as_day, as_moment


def complete_measure(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Keys and names of measures that begin with what was typed, for the shell."""
    from tracker.cli.settings import database_of
    from tracker.errors import TrackerError
    from tracker.reports import open_source
    from tracker.reports.finding import starting_with

    try:
        with open_source(database_of(context)) as source:
            return starting_with(source, incomplete)
    except TrackerError:
        return []


AsOf = Annotated[
    date | None,
    typer.Option(
        metavar="DAY", parser=as_day, show_default=False, help="Tell what was so on that day."
    ),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        metavar="TIME",
        parser=as_moment,
        show_default=False,
        help="Tell what the store knew at that time (UTC).",
    ),
]
