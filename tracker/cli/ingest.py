"""`tracker ingest`: articles into the store."""

from collections import Counter
from typing import TYPE_CHECKING

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.given import Inputs, Published, Publisher, Title, Url
from tracker.errors import InputError

if TYPE_CHECKING:
    from tracker.record import Record


def ingest(
    context: typer.Context,
    inputs: Inputs,
    published: Published = None,
    url: Url = None,
    title: Title = None,
    publisher: Publisher = None,
) -> int:
    """Read articles into the store.

    An article that is there already is left alone. Each one is in wholly or not at all.

    \b
    Example:
      tracker ingest article.txt --published 2025-05-14 --publisher "The Daily"
      tracker ingest clippings/
      pbpaste | tracker ingest - --published 2025-05-14
    """
    from tracker import lexicon
    from tracker.cli.stores import ready_to_write
    from tracker.extraction import extract
    from tracker.readers import Given, read
    from tracker.store.writing import store_article

    given = Given(published=published, url=url, title=title, publisher=publisher)
    words = lexicon.load()
    counted: Counter[str] = Counter()
    with ready_to_write(settings.of(context).database) as engine:
        for outcome in read(inputs, given):
            if isinstance(outcome, InputError):
                diagnostics.error(outcome)
                counted["failed"] += 1
                continue
            record = extract(outcome, words)
            result = store_article(engine, outcome, record)
            counted[result] += 1
            if result == "new":
                diagnostics.doubts(outcome)
            diagnostics.note(f"{outcome.origin}: {_told(result, record)}")
    if counted.total() > 1:
        diagnostics.note(_summary(counted))
    return diagnostics.ExitCode.INPUTS_FAILED if counted["failed"] else diagnostics.ExitCode.DONE


def _told(result: str, record: "Record") -> str:
    if result == "known":
        return "already ingested"
    if not record.measures:
        return "stored; it tells of no bill and no sanctions package"
    claims = sum(1 for measure in record.measures for _ in measure.claims())
    return f"stored; measures: {len(record.measures)}, claims: {claims}"


def _summary(counted: Counter[str]) -> str:
    told = {"new": "new", "known": "already ingested", "failed": "failed"}
    return ", ".join(f"{counted[result]} {words}" for result, words in told.items())
