"""The command `tracker`: its groups, and the options that hold for all of them."""

import os
import sys
from typing import Annotated

import typer
import typer.main

from tracker.cli import (
    council,
    databases,
    diagnostics,
    explain,
    exporting,
    extract,
    feed,
    importing,
    ingest,
    merging,
    plot,
    report,
    schema,
    shell,
    show,
    sql,
)
from tracker.cli.groups import group
from tracker.cli.settings import Settings
from tracker.location import default_path

_ABOUT = """Read news articles into a store of sanctions packages and bills.

Every row leads back to the words that say so. What happened is kept apart from what is
planned, threatened or denied.

\b
Example:
  tracker ingest article.txt --published 2025-05-14
  tracker report bills
  tracker show "Graham-Blumenthal"
  tracker sql "SELECT * FROM bill_status"

\b
Options come from the command line, else from the environment (TRACKER_SQL_TIMEOUT,
TRACKER_REPORT_BILLS_FORMAT...), else from config.toml in the user's configuration
directory, or the file named by TRACKER_CONFIG.

\b
Exit codes:
  0 done    1 some inputs failed    2 wrong usage
  3 database    4 refused query    130 interrupted
"""

app = group(_ABOUT, name="tracker", add_completion=True)
app.command("ingest")(ingest.ingest)
app.command("extract")(extract.extract)
app.add_typer(feed.app, name="feed")
report.app.command("council")(council.council)
app.add_typer(report.app, name="report")
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.add_typer(plot.app, name="plot")
app.command("sql")(sql.sql)
app.command("shell")(shell.shell)
app.command("schema")(schema.schema)
app.add_typer(importing.app, name="import")
app.command("export")(exporting.export)
app.command("merge")(merging.merge)
app.command("unmerge")(merging.unmerge)
app.command("distinct")(merging.distinct)
app.add_typer(merging.alias_app, name="alias")
app.add_typer(databases.app, name="db")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tracker {version('sanctions-tracker')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(
            "--db",
            "--database",
            envvar="TRACKER_DATABASE_URL",
            metavar="PATH-OR-URL",
            help="The store: an SQLite file or a postgresql:// URL; "
            "by default a file in the user's data directory.",
            show_default=False,
        ),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but warnings and errors.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell details too.")] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="Never style output (also: NO_COLOR).")
    ] = False,
    version: Annotated[  # noqa: ARG001  its callback does it all
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Take in the options before the command."""
    unstyled = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    diagnostics.voice.debug = debug
    diagnostics.voice.quiet = quiet
    diagnostics.voice.verbose = verbose
    diagnostics.voice.color = not unstyled and sys.stderr.isatty()
    context.obj = Settings(database=database or str(default_path()), color=not unstyled)


def _main() -> object:
    from tracker.cli.configuration import defaults_from_file

    command = typer.main.get_command(app)
    return command(
        prog_name="tracker", standalone_mode=False, default_map=defaults_from_file(command)
    )


def run() -> None:
    """Run `tracker` with the arguments of the process and exit with its code."""
    raise SystemExit(diagnostics.run(_main))
