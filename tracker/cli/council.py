"""`tracker report council`: majorities and blocking minorities in the Council of the EU."""

from typing import Annotated

import typer

from tracker.cli import settings
from tracker.cli.output import OutputFormat
from tracker.cli.output import show as show_listing


def council(
    context: typer.Context,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="A state that does not vote in favour; repeatable."),
    ] = None,
    format: OutputFormat = None,
) -> None:
    """What the Council of the EU needs to decide, and what it takes to block.

    States and people are those of today. With --against, how a vote ends without those states;
    where a majority counts, whoever abstains is against.

    \b
    Example:
      tracker report council --against HU --against SK
    """
    from tracker.reports import open_source
    from tracker.reports.council import council as report

    run = settings.of(context)
    with open_source(run.database) as source:
        listing = report(source, against or ())
    show_listing(listing, format, color=run.color)
