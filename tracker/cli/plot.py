"""`tracker plot`: pictures of what reports tell."""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.asking import AsOf, KnownAt, complete_measure
from tracker.cli.groups import group

if TYPE_CHECKING:
    from tracker.cli.sketches import Paper

app = group(
    """Draw what reports tell: in the terminal, or as SVG or PNG where a file is named.

\b
Example:
  tracker plot timeline "Graham-Blumenthal"
  tracker plot support s1241 votes.png
"""
)

Measure = Annotated[
    str,
    typer.Argument(
        metavar="MEASURE", help="Key, bill number or name.", autocompletion=complete_measure
    ),
]
Picture = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]",
        help="Ends in .svg or .png; without one the picture is drawn in the terminal.",
    ),
]


@app.command()
def timeline(
    context: typer.Context,
    measure: Measure,
    file: Picture = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Draw the life of a measure.

    A lane for each status and vote told: what happened beside what was foretold or denied.

    \b
    Example:
      tracker plot timeline eu/ru/17
      tracker plot timeline eu/ru/17 package.svg
    """
    from tracker.cli import pictures, sketches
    from tracker.reports import Asked, open_source
    from tracker.reports.claims import timeline as told
    from tracker.reports.finding import find_measure
    from tracker.reports.rows import dicts

    with open_source(settings.of(context).database) as source:
        asked = Asked(as_of=as_of, known_at=known_at)
        found = find_measure(source, measure, asked)
        told_of = dicts(told(source, replace(asked, measure=found.id)))
    rows = [row for row in told_of if row["claim"].startswith(("status-", "vote-"))]
    if file is None:
        _print(sketches.events(rows, found.name, _paper(context)))
        return
    pictures.save(pictures.events(rows, found.name), file)
    diagnostics.note(f"{file} shows {len(rows)} claims")


@app.command()
def support(
    context: typer.Context,
    measure: Measure,
    file: Picture = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Draw cosponsors over time against the votes needed.

    Cosponsors are not votes. Official records and the press are drawn apart.

    \b
    Example:
      tracker plot support s1241 votes.png
    """
    from tracker.cli import pictures, sketches
    from tracker.reports import Asked, open_source
    from tracker.reports.finding import find_measure
    from tracker.reports.rows import dicts
    from tracker.reports.support import cosponsors_by_day, thresholds

    with open_source(settings.of(context).database) as source:
        asked = Asked(as_of=as_of, known_at=known_at)
        found = find_measure(source, measure, asked)
        asked = replace(asked, measure=found.id)
        counts = cosponsors_by_day(source, asked)
        rules = {row["rule"]: row["needed"] for row in dicts(thresholds(source, asked))}
    needed = list(rules.items())
    if file is None:
        _print(sketches.support(counts, needed, found.name, _paper(context)))
        return
    pictures.save(pictures.support(counts, needed, found.name), file)
    diagnostics.note(f"{file} shows {len(counts)} counts")


@app.command()
def status(
    context: typer.Context,
    file: Picture = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Draw how many measures stand at each status.

    \b
    Example:
      tracker plot status standing.svg --as-of 2025-05-14
    """
    from tracker.cli import pictures, sketches
    from tracker.reports import Asked, open_source
    from tracker.reports.measures import bills, packages
    from tracker.reports.rows import dicts

    asked = Asked(as_of=as_of, known_at=known_at)
    with open_source(settings.of(context).database) as source:
        rows = [
            (kind, str(row["status"] or "no status yet"))
            for kind, report in (("bill", bills), ("package", packages))
            for row in dicts(report(source, asked))
        ]
    title = "Measures by status"
    if file is None:
        _print(sketches.statuses(rows, title, _paper(context)))
        return
    pictures.save(pictures.statuses(rows, title), file)
    diagnostics.note(f"{file} shows {len(rows)} measures")


def _paper(context: typer.Context) -> "Paper":
    from tracker.cli.sketches import Paper

    return Paper(
        width=shutil.get_terminal_size().columns,
        color=settings.of(context).color and sys.stdout.isatty(),
        encoding=sys.stdout.encoding,
    )


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
