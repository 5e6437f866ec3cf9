"""`tracker plot`: pictures of what reports tell."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.asking import AsOf, KnownAt, complete_measure
from tracker.cli.groups import group

app = group(
    """Draw what reports tell, as SVG or PNG.

\b
Example:
  tracker plot timeline "Graham-Blumenthal" life.svg
  tracker plot support s1241 votes.png
"""
)

Measure = Annotated[
    str,
    typer.Argument(
        metavar="MEASURE", help="Key, bill number or name.", autocompletion=complete_measure
    ),
]
Picture = Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .svg or .png.")]


@app.command()
def timeline(
    context: typer.Context,
    measure: Measure,
    file: Picture,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Draw the life of a measure.

    A lane for each status and vote told: what happened beside what was foretold or denied.

    \b
    Example:
      tracker plot timeline eu/ru/17 package.svg
    """
    from tracker.cli import pictures
    from tracker.reports import Asked, open_source
    from tracker.reports.claims import timeline as told
    from tracker.reports.finding import find_measure
    from tracker.reports.rows import dicts

    with open_source(settings.of(context).database) as source:
        found = find_measure(source, measure)
        told_of = dicts(told(source, Asked(measure=found.id, as_of=as_of, known_at=known_at)))
    rows = [row for row in told_of if row["claim"].startswith(("status-", "vote-"))]
    pictures.save(pictures.events(rows, found.name), file)
    diagnostics.note(f"{file} shows {len(rows)} claims")


@app.command()
def support(
    context: typer.Context,
    measure: Measure,
    file: Picture,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Draw cosponsors over time against the votes needed.

    Cosponsors are not votes. Official records and the press are drawn apart.

    \b
    Example:
      tracker plot support s1241 votes.png
    """
    from tracker.cli import pictures
    from tracker.reports import Asked, open_source
    from tracker.reports.finding import find_measure
    from tracker.reports.rows import dicts
    from tracker.reports.support import cosponsors_by_day, thresholds

    with open_source(settings.of(context).database) as source:
        found = find_measure(source, measure)
        asked = Asked(measure=found.id, as_of=as_of, known_at=known_at)
        counts = cosponsors_by_day(source, asked)
        rules = {row["rule"]: row["needed"] for row in dicts(thresholds(source, asked))}
    pictures.save(pictures.support(counts, list(rules.items()), found.name), file)
    diagnostics.note(f"{file} shows {len(counts)} counts")


@app.command()
def status(
    context: typer.Context, file: Picture, as_of: AsOf = None, known_at: KnownAt = None
) -> None:
    """Draw how many measures stand at each status.

    \b
    Example:
      tracker plot status standing.svg --as-of 2025-05-14
    """
    from tracker.cli import pictures
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
    pictures.save(pictures.statuses(rows, "Measures by status"), file)
    diagnostics.note(f"{file} shows {len(rows)} measures")
