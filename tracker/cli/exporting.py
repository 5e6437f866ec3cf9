"""`tracker export`: the whole store as files."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.output import one_of
from tracker.exchange import FORMATS


def export(
    context: typer.Context,
    directory: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Directory to make.", show_default=False),
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-F",
            metavar="FORMAT",
            help="csv, jsonl, parquet (extra `parquet`), or sqlite: one file, a store itself.",
            callback=one_of(*FORMATS),
            autocompletion=lambda: list(FORMATS),
        ),
    ] = "csv",
) -> None:
    """Write the whole store into a directory.

    One file a table, and manifest.json with the revision of the schema, the number of rows and
    the hash of each file. `tracker import export DIR` makes an equal store of it, on either
    database. The directory appears when all is in it, or not at all.

    In CSV an empty cell is NULL; text that is empty or that a spreadsheet would run as a formula
    has a backslash before it, which the import takes away.

    \b
    Example:
      tracker export backup --format jsonl
      tracker export tables --format parquet
    """
    from tracker.exchange.exporting import export_store

    made = export_store(settings.of(context).database, directory, FORMATS[format])
    diagnostics.note(f"{directory}: {len(made.tables)} tables, {made.rows:,} rows as {format}")
