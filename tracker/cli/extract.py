"""`tracker extract`: what articles say, printed and stored nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.given import Inputs, Published
from tracker.cli.output import json_text, one_of, show
from tracker.errors import InputError

if TYPE_CHECKING:
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
) -> int:
    """Print what articles say, without a store.

    Text files are one article each. Files of JSON lines hold one article a line:
    {"id", "title", "published", "url", "source", "text"}. Records come in the order of the input.

    \b
    Example:
      tracker extract article.txt --published 2025-05-14 --format json
      tracker extract articles.jsonl > records.jsonl
    """
    from tracker.readers import Given

    failures: list[InputError] = []
    records = _records(inputs, Given(published=published), failures)
    if format == "jsonl":
        for record in records:
            typer.echo(json_text(record.to_dict()))
    elif format == "json":
        found = [record.to_dict() for record in records]
        typer.echo(json_text(found[0] if len(found) == 1 else found, indent=2))
    else:
        from tracker.cli.record import claims_of

        show(claims_of(records), "table", color=settings.of(context).color)
    return diagnostics.ExitCode.INPUTS_FAILED if failures else diagnostics.ExitCode.DONE


def _records(inputs: list[str], given: "Given", failures: list[InputError]) -> "Iterator[Record]":
    from tracker import lexicon
    from tracker.extraction import extract as extract_record
    from tracker.readers import read

    words = lexicon.load()
    for outcome in read(inputs, given):
        if isinstance(outcome, InputError):
            diagnostics.error(outcome)
            failures.append(outcome)
        else:
            diagnostics.doubts(outcome)
            yield extract_record(outcome, words)
