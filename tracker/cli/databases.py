"""`tracker db`: the store itself."""

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.groups import group
from tracker.cli.output import OutputFormat, show
from tracker.location import shown

app = group(
    """Make, upgrade and inspect the store.

\b
Example:
  tracker db init
  tracker --db postgresql://localhost/tracker db status
"""
)


@app.command()
def init(context: typer.Context) -> None:
    """Make the store, or bring it up to date, and load the reference data.

    Doing it again changes nothing.

    \b
    Example:
      tracker db init
      tracker --db sanctions.db db init
    """
    from tracker.cli.stores import ready_to_write

    target = settings.of(context).database
    with ready_to_write(target):
        diagnostics.note(f"{shown(target)} is ready")


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the schema of an existing store up to date.

    Commands that write do so by themselves.

    \b
    Example:
      tracker db upgrade
    """
    from tracker.store.engine import open_engine
    from tracker.store.schema import upgrade as upgrade_schema

    target = settings.of(context).database
    engine = open_engine(target)
    changed = upgrade_schema(engine)
    diagnostics.note(f"{shown(target)} {'was brought' if changed else 'is'} up to date")


@app.command()
def status(context: typer.Context, format: OutputFormat = None) -> None:
    """Tell the version of the store's schema and how much is in it.

    \b
    Example:
      tracker db status
    """
    from tracker.reports import open_source
    from tracker.reports.stock import stock

    run = settings.of(context)
    with open_source(run.database) as source:
        show(stock(source), format, color=run.color)


@app.command()
def path(context: typer.Context) -> None:
    """Print where the store is.

    \b
    Example:
      sqlite3 -readonly "$(tracker db path)"
    """
    typer.echo(shown(settings.of(context).database))
