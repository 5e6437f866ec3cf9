"""`tracker extract`: what articles say, printed and stored nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.given import Inputs, OwnWords, Published
from tracker.cli.output import json_text, one_of, show
from tracker.cli.output.harmless import visible
from tracker.cli.undated import Undated
from tracker.cli.words import words
from tracker.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.article import Article
    from tracker.readers import Given
    from tracker.record import Record

_FORMATS = ("jsonl", "json", "table")


def extract(
    context: typer.Context,
    inputs: Inputs,
    published: Published = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-F",
            metavar="FORMAT",
            callback=one_of(*_FORMATS),
            help="jsonl: one record a line; json: one record, or a list of several; table: claims.",
        ),
    ] = "jsonl",
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each claim's words and rule instead of records.")
    ] = False,
    lexicon: OwnWords = None,
) -> int:
    """Print what articles say, without a store.

    Text files are one article each. Files of JSON lines hold one article a line:
    {"id", "title", "published", "url", "source", "text"}. Records come in the order of the input.

    \b
    Example:
      tracker extract article.txt --published 2025-05-14 --format json
      tracker extract articles.jsonl > records.jsonl
      tracker extract article.txt --explain
    """
    from tracker.readers import Given

    failures: list[InputError] = []
    read = _read(inputs, Given(published=published), lexicon, failures)
    records = (record for _, record in read)
    if explain:
        for article, record in read:
            _show_reasons(article, record)
    elif format == "jsonl":
        for record in records:
            typer.echo(json_text(record.to_dict()))
    elif format == "json":
        found = [record.to_dict() for record in records]
        typer.echo(json_text(found[0] if len(found) == 1 else found, indent=2))
    else:
        from tracker.cli.record import claims_of

        show(claims_of(records), "table", color=settings.of(context).color)
    return diagnostics.ExitCode.INPUTS_FAILED if failures else diagnostics.ExitCode.DONE


def _read(
    inputs: list[str], given: "Given", own_words: "Path | None", failures: list[InputError]
) -> "Iterator[tuple[Article, Record]]":
    from tracker.extraction import extract as extract_record
    from tracker.readers import read

    lexicon = words(own_words)
    undated = Undated()
    for outcome in read(inputs, given):
        try:
            if isinstance(outcome, InputError):
                raise outcome
            diagnostics.doubts(outcome)
            undated.note(outcome)
            record = extract_record(outcome, lexicon)
        except InputError as failure:
            diagnostics.error(failure)
            failures.append(failure)
        else:
            yield outcome, record
    undated.tell()


def _show_reasons(article: "Article", record: "Record") -> None:
    """Each claim with its rule and its words in their line; then what was left out, and why."""
    from tracker.extraction.explain import explain

    measure: str | None = ""
    for reason in explain(article, record):
        if reason.measure != measure:
            measure = reason.measure
            typer.echo(f"\n{visible(measure or 'Left out')}")
        typer.echo(f"  {visible(reason.what)} ({visible(reason.why)})")
        marked = f"{reason.before}>>>{reason.words}<<<{reason.after}"
        typer.echo(f"    {visible(marked)}")
