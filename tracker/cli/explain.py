"""`tracker explain`: the words behind a claim."""

import shutil
import sys
from typing import Annotated

import typer

from tracker.cli import settings
from tracker.cli.output import OutputFormat, show
from tracker.cli.output.formats import is_read_by_eye
from tracker.cli.output.harmless import visible
from tracker.cli.output.layout import wrap
from tracker.listing import Listing


def explain(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its name, such as status-12.")],
    format: OutputFormat = None,
) -> None:
    """Show the words behind a claim.

    The paragraph with the quote marked, the article, its address and date, the rule that made
    the claim, and whether somebody reviewed it.

    \b
    Example:
      tracker explain status-12
    """
    from tracker.reports import open_source
    from tracker.reports.explaining import explain_claim

    run = settings.of(context)
    with open_source(run.database) as source:
        found = explain_claim(source, claim)
    if not is_read_by_eye(format):
        facts = {**found.facts, "before": found.before, "quote": found.quote, "after": found.after}
        show(Listing(tuple(facts), [tuple(facts.values())]), format, color=run.color)
        return
    styled = run.color and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 100)
    marked = f"{found.before}>>>{found.quote}<<<{found.after}"
    paragraph = "\n".join(wrap(visible(marked), width))
    if styled:
        paragraph = paragraph.replace(">>>", "\x1b[1;4m").replace("<<<", "\x1b[0m")
    typer.echo(paragraph + "\n")
    show(Listing(("what", "value"), list(found.facts.items())), format, color=run.color)
