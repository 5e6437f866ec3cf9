"""What a question is about and as of: completion of measures, days as options."""

import os
import re
from datetime import date, datetime
from typing import Annotated

import typer

from tracker.cli.moments import as_day, as_moment

_HARMLESS = re.compile(r"[\w .,/~+-]+")
"""What every shell takes for text. Names come from articles, and some shells evaluate offers."""
_DOUBTFUL = re.compile(r"[^\w .,/~+()-]")


def complete_measure(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Keys and names of measures that begin with what was typed, for the shell."""
    from tracker.cli.settings import database_of
    from tracker.errors import TrackerError
    from tracker.reports import open_source
    from tracker.reports.finding import starting_with

    try:
        with open_source(database_of(context)) as source:
            found = starting_with(source, incomplete)
    except TrackerError:
        return []
    return [
        (_as_typed(word), _DOUBTFUL.sub("?", about))
        for word, about in found
        if _HARMLESS.fullmatch(word)
    ]


def _as_typed(word: str) -> str:
    """The word as one argument: zsh and fish quote what they insert, bash does not."""
    in_bash = os.environ.get("_TRACKER_COMPLETE") == "complete_bash"
    return word.replace(" ", "\\ ") if in_bash else word


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
