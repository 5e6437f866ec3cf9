"""`tracker import`: official records, reference data and exports into the store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.groups import group
from tracker.cli.stores import ready_to_write
from tracker.location import shown

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tracker.reference.importing import Imported

app = group(
    """Add official records, newer reference data, or a whole export.

What is wrong in a file is named and left out, the rest goes in. Importing again changes
nothing; a newer file adds what is new in it.

\b
Example:
  tracker import billstatus BILLSTATUS-119s1241.xml
  tracker import legislators legislators-current.yaml
  tracker import packages eu_packages.csv
  tracker --db copy.db import export backup/
"""
)

Files = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Files to read.", show_default=False)
]
"""The argument of all commands here."""


@app.command()
def billstatus(context: typer.Context, paths: Files) -> int:
    """Import bills from BILLSTATUS XML.

    All versions are read; directories are searched for *.xml.

    Get the files from https://www.govinfo.gov/bulkdata/BILLSTATUS

    \b
    Example:
      tracker import billstatus BILLSTATUS-119s1241.xml
      tracker import billstatus bills/119/
    """
    from tracker.reference.importing import import_billstatus

    return _import(context, paths, import_billstatus)


@app.command()
def legislators(context: typer.Context, paths: Files) -> int:
    """Import members of Congress and their terms.

    The files are those of unitedstates/congress-legislators: YAML and JSON carry the terms; the
    CSV files carry names alone.

    \b
    Example:
      tracker import legislators legislators-current.yaml legislators-historical.yaml
    """
    from tracker.reference.importing import import_legislators

    return _import(context, paths, import_legislators)


@app.command()
def packages(context: typer.Context, paths: Files) -> int:
    """Import numbered sanctions packages from CSV.

    The columns are jurisdiction, target, ordinal, name and adopted_on; and where known
    proposed_on, agreed_on, legal_acts, individuals, entities, vessels, confidence, notes
    and source. Dates are written YYYY-MM-DD.

    \b
    Example:
      tracker import packages eu_packages.csv
    """
    from tracker.reference.importing import import_packages

    return _import(context, paths, import_packages)


@app.command("export")
def export(
    context: typer.Context,
    directory: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="What `tracker export` made.", show_default=False),
    ],
) -> None:
    """Make an empty store equal to the exported one.

    The export is checked by its manifest first. The store must be empty: a file that is not
    there yet, or an empty PostgreSQL database.

    \b
    Example:
      tracker --db copy.db import export backup/
    """
    from tracker.exchange.importing import import_export

    target = settings.of(context).database
    made = import_export(target, directory)
    diagnostics.note(
        f"{directory}: {len(made.tables)} tables, {made.rows:,} rows into {shown(target)}"
    )


def _import(
    context: typer.Context,
    paths: list[Path],
    importer: "Callable[[Engine, list[Path]], Iterator[Imported]]",
) -> int:
    failed = False
    with ready_to_write(settings.of(context).database) as engine:
        for imported in importer(engine, paths):
            for problem in imported.problems:
                diagnostics.error(problem)
            if imported.said:
                diagnostics.note(f"{imported.path}: {imported.said}")
            failed = failed or bool(imported.problems)
    return diagnostics.ExitCode.INPUTS_FAILED if failed else diagnostics.ExitCode.DONE
