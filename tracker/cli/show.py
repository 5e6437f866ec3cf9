"""`tracker show`: all of one measure."""

from itertools import groupby
from typing import Annotated

import typer

from tracker.cli import settings
from tracker.cli.asking import AsOf, KnownAt, complete_measure
from tracker.cli.output import OutputFormat
from tracker.cli.output import show as show_listing
from tracker.cli.output.formats import is_read_by_eye, without_empty
from tracker.listing import Listing


def show(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="MEASURE",
            help="Key, bill number, name or part of one.",
            autocompletion=complete_measure,
        ),
    ],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    format: OutputFormat = None,
) -> None:
    """Show one measure whole.

    Names, sponsors, support against thresholds, timeline and articles: each claim stands with
    its quote and its source. For people the sections stand one below the other, with modality
    and speaker behind what was said; for programs all are one listing whose first column is the
    section.

    \b
    Example:
      tracker show "Graham-Blumenthal"
      tracker show "S. 1241" --as-of 2025-05-14
      tracker show eu/ru/17 --format json
    """
    from tracker.reports import Asked, open_source
    from tracker.reports.finding import find_measure
    from tracker.reports.page import for_reading, page

    run = settings.of(context)
    with open_source(run.database) as source:
        asked = Asked(as_of=as_of, known_at=known_at)
        listing = page(source, find_measure(source, name, asked), asked)
    if not is_read_by_eye(format):
        show_listing(listing, format, color=run.color)
        return
    listing = for_reading(listing)
    for section, rows in groupby(listing.rows, key=lambda row: row[0]):
        typer.echo(f"\n{str(section).upper()}")
        part = without_empty(Listing(listing.columns[1:], [row[1:] for row in rows]))
        show_listing(part, format, color=run.color)
