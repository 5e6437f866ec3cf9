"""`tracker ingest`: articles into the store."""

from collections import Counter

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.given import Inputs, Published, Publisher, Title, Url
from tracker.errors import InputError


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
    from tracker.store import store_article

    given = Given(published=published, url=url, title=title, publisher=publisher)
    words = lexicon.load()
    counted: Counter[str] = Counter()
    with ready_to_write(settings.of(context).database) as engine:
        for outcome in read(inputs, given):
            if isinstance(outcome, InputError):
                diagnostics.error(outcome)
                counted["failed"] += 1
                continue
            diagnostics.doubts(outcome)
            counted[store_article(engine, outcome, extract(outcome, words))] += 1
    return diagnostics.ExitCode.INPUTS_FAILED if counted["failed"] else diagnostics.ExitCode.DONE
