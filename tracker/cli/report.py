"""`tracker report`: where things stand, each a query over the views of the store."""

from datetime import date
from importlib import import_module
from typing import Annotated

import typer

from tracker.cli import settings
from tracker.cli.asking import AsOf, KnownAt
from tracker.cli.groups import group
from tracker.cli.moments import as_day
from tracker.cli.output import OutputFormat, show

app = group(
    """Tell where bills and packages stand.

\b
Example:
  tracker report bills --target RU --format csv
  tracker report packages --as-of 2025-05-14
"""
)

Since = Annotated[
    date | None,
    typer.Option(
        metavar="DAY",
        parser=as_day,
        show_default=False,
        help="Moved on that day or later: 2025-05-01, 7d.",
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        metavar="DAY", parser=as_day, show_default=False, help="Moved on that day or before."
    ),
]


def _add(name: str, module: str, about: str) -> None:
    """Add the report that the function `name` of `tracker.reports.<module>` makes.

    All reports take the same options, so that what was learnt for one holds for the others.
    """

    def command(
        context: typer.Context,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        issuer: Annotated[
            str | None, typer.Option(metavar="CODE", help="Made by: EU, US, GB...")
        ] = None,
        target: Annotated[
            str | None, typer.Option(metavar="CODE", help="Aimed against: RU, IR...")
        ] = None,
        status: Annotated[
            str | None, typer.Option(metavar="STATUS", help="Of this status: adopted, passed...")
        ] = None,
        since: Since = None,
        until: Until = None,
        sponsor: Annotated[
            str | None, typer.Option(metavar="NAME", help="Part of a sponsor's name.")
        ] = None,
        congress: Annotated[
            int | None, typer.Option(metavar="N", help="Number of the US Congress.")
        ] = None,
        modality: Annotated[
            str | None,
            typer.Option(metavar="MODALITY", help="planned, expected, possible, conditional..."),
        ] = None,
        everything: Annotated[
            bool, typer.Option("--all", help="With what only reference data knows of.")
        ] = False,
        format_: OutputFormat = None,
    ) -> None:
        from tracker.reports import Asked, open_source

        asked = Asked(
            as_of=as_of,
            known_at=known_at,
            issuer=issuer,
            target=target,
            status=status,
            since=since,
            until=until,
            sponsor=sponsor,
            congress=congress,
            modality=modality,
            untold=everything,
        )
        run = settings.of(context)
        report = getattr(import_module(f"tracker.reports.{module}"), name)
        with open_source(run.database) as source:
            show(report(source, asked), format_, color=run.color)

    app.command(name, help=about)(command)


_add(
    "bills",
    "measures",
    """Bills: status, outlook, and cosponsors against the votes that each rule needs.

Cosponsors are not votes. "cosponsors" is the latest count told by an article, "on record"
that of official records; "against" gives the votes needed and the margin in brackets.

\b
Example:
  tracker report bills --congress 119 --target RU
""",
)
_add(
    "packages",
    "measures",
    """Sanctions packages: status, since when, and what is said to come.

\b
Example:
  tracker report packages --issuer EU --format md
""",
)
