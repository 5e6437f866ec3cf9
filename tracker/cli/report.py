"""`tracker report`: where things stand, each a query over the views of the store."""

from dataclasses import replace
from importlib import import_module
from typing import Annotated, Any

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.asking import AsOf, KnownAt, complete_measure
from tracker.cli.filters import FILTERS, Refused
from tracker.cli.groups import group
from tracker.cli.moments import WrittenDay, as_written_day
from tracker.cli.output import OutputFormat, show
from tracker.cli.output.formats import is_read_by_eye, without_empty

app = group(
    """Tell where bills and packages stand.

A day is written 2025-05-14, today, yesterday, or 7d and 2w for so long ago. In --since and --until
that counts from the day of --as-of, else from that of --known-at, else from today.

\b
Example:
  tracker report bills --target RU --format csv
  tracker report packages --as-of 2025-05-14
"""
)


def _add(name: str, module: str, about: str) -> None:
    """Add the report that the function `name` of `tracker.reports.<module>` makes.

    All reports take the same filters, so that what was learnt for one holds for the others; one
    that can mean nothing in a report is not in its help, and is refused with the reason.
    """
    filters = FILTERS[name]

    def option(filter_: str, metavar: str, **more: Any) -> Any:
        meaning = getattr(filters, filter_)
        return typer.Option(
            metavar=metavar,
            help=meaning,
            hidden=isinstance(meaning, Refused),
            show_default=False,
            **more,
        )

    def command(
        context: typer.Context,
        measure: Annotated[
            str | None,
            typer.Argument(
                metavar="[MEASURE]",
                help="Only this one: key, number or name.",
                autocompletion=complete_measure,
            ),
        ] = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        issuer: Annotated[str | None, option("issuer", "PLACE")] = None,
        target: Annotated[str | None, option("target", "PLACE")] = None,
        status: Annotated[
            str | None, option("status", "STATUS", autocompletion=filters.complete_status)
        ] = None,
        since: Annotated[WrittenDay | None, option("since", "DAY", parser=as_written_day)] = None,
        until: Annotated[WrittenDay | None, option("until", "DAY", parser=as_written_day)] = None,
        sponsor: Annotated[str | None, option("sponsor", "NAME")] = None,
        congress: Annotated[int | None, option("congress", "N")] = None,
        modality: Annotated[
            str | None, option("modality", "MODALITY", autocompletion=filters.complete_modality)
        ] = None,
        everything: Annotated[
            bool, typer.Option("--all", help="With what only reference data knows of.")
        ] = False,
        format: OutputFormat = None,
    ) -> None:
        from tracker.reports import Asked, open_source
        from tracker.reports.finding import find_measure, find_place

        run = settings.of(context)
        asked = Asked(as_of=as_of, known_at=known_at)
        first = since.counted_from(asked.today) if since else None
        last = until.counted_from(asked.today) if until else None
        filters.check(name, {**context.params, "since": first, "until": last})
        report = getattr(import_module(f"tracker.reports.{module}"), name)
        with open_source(run.database) as source:
            asked = replace(
                asked,
                issuer=None if issuer is None else find_place(source, issuer),
                target=None if target is None else find_place(source, target),
                status=status,
                since=first,
                until=last,
                sponsor=sponsor,
                congress=congress,
                modality=modality,
                untold=everything,
            )
            if measure is not None:
                asked = replace(asked, measure=find_measure(source, measure, asked).id)
            listing = report(source, asked)
        if is_read_by_eye(format):
            if not listing.rows:
                diagnostics.note("there is nothing to tell")
            listing = without_empty(listing)
        show(listing, format, color=run.color)

    app.command(name, help=about)(command)


_add(
    "bills",
    "measures",
    """Bills: status, outlook, and cosponsors against the votes that each rule needs.

Cosponsors are not votes. "cosponsors" is the latest count told by an article, "on record"
that of official records; "against" gives the votes needed and the margin in brackets. Where
there is no status yet and nothing is open any more, the outlook is what was foretold last and
what became of it.

\b
Example:
  tracker report bills --congress 119 --target RU
""",
)
_add(
    "packages",
    "measures",
    """Sanctions packages: status, since when, and what is said to come.

Where there is no status yet and nothing is open any more, the outlook is what was foretold last
and what became of it.

\b
Example:
  tracker report packages --issuer EU --format md
""",
)
_add(
    "changes",
    "changes",
    """What moved since a day: the morning report.

New measures, changed statuses, first counts of support and thresholds crossed, new conflicts,
and what became of what was foretold. The store as it was known then is compared with the store
as it is known now, so an old article that arrives late is no news unless it changes what holds.
With --known-at both days are told by the knowledge of that one time.

\b
Example:
  tracker report changes --since 7d
  tracker report changes --since 2025-05-01 --until 2025-05-31 --known-at today
""",
)
_add(
    "timeline",
    "claims",
    """What happened and what was said would happen, in order, each with its quote.

\b
Example:
  tracker report timeline "Graham-Blumenthal"
  tracker report timeline --since 30d --modality actual
""",
)
_add(
    "outlook",
    "claims",
    """Predictions and threats: which are open, came true, were denied or lapsed.

\b
Example:
  tracker report outlook --target RU --modality conditional
""",
)
_add(
    "thresholds",
    "support",
    """Support for bills against each voting rule of the body.

Cosponsors are not votes. "support" is told by an article or on record, of the seats filled on
that day, for which "needed" is reckoned; "margin with sponsors" counts in those who are not
among the cosponsors. Where each number comes from is in the view whip_count.

\b
Example:
  tracker report thresholds s1241
  tracker sql "SELECT * FROM whip_count WHERE key = 'us/119/s1241'"
""",
)
_add(
    "sponsors",
    "support",
    """Who sponsors which bill.

\b
Example:
  tracker report sponsors --sponsor Graham
""",
)
_add(
    "sources",
    "reading",
    """Who says how much, and how many articles repeat no other.

\b
Example:
  tracker report sources --since 30d
""",
)
_add(
    "conflicts",
    "claims",
    """Claims that cannot both be so, which one the status follows, and why.

\b
Example:
  tracker report conflicts --format json
""",
)
_add(
    "coverage",
    "reading",
    """What was read, what nothing was found in, and names left open.

\b
Example:
  tracker report coverage --since 7d
""",
)
