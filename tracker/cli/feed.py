"""`tracker feed`: feeds that are watched."""

import time
from datetime import timedelta
from typing import Annotated

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.given import OwnWords
from tracker.cli.groups import group
from tracker.cli.output import OutputFormat, show
from tracker.cli.web import AllowPrivate, Contact, UseProxy, new_fetcher
from tracker.cli.words import words
from tracker.errors import InputError, UsageError

app = group(
    """Watch feeds, and read what is new in them.

\b
Example:
  tracker feed add https://news.example/rss
  tracker feed pull --every 15m
"""
)

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

FeedUrl = Annotated[str, typer.Argument(metavar="URL", help="Address of the feed.")]
"""The argument of the commands about one feed."""


def _period(value: str) -> timedelta:
    number, unit = value[:-1], value[-1:]
    if not (number.isascii() and number.isdigit() and unit in _UNITS and int(number[:6]) > 0):
        raise UsageError(f'"{value}" is no time', where="--every", cure="give one like 15m or 2h")
    return timedelta(seconds=int(number[:6]) * _UNITS[unit])


@app.command()
def add(
    context: typer.Context,
    url: FeedUrl,
    summary_only: Annotated[
        bool,
        typer.Option("--summary-only", help="Store entries as they stand in it, fetch no pages."),
    ] = False,
) -> None:
    """Watch a feed from now on.

    \b
    Example:
      tracker feed add https://news.example/rss --summary-only
    """
    from tracker.cli.stores import ready_to_write
    from tracker.readers.fetching.policy import Policy, check_url
    from tracker.store.feeds import add_feed

    try:
        check_url(url, Policy(allow_private=True))
    except InputError as error:
        raise UsageError(error.what, where=url, cure=error.cure) from error
    with ready_to_write(settings.of(context).database) as engine, engine.begin() as connection:
        added = add_feed(connection, url, summary_only=summary_only)
    diagnostics.note(f"{url}: {'is watched' if added else 'was watched already'}")


@app.command()
def remove(context: typer.Context, url: FeedUrl) -> None:
    """Watch a feed no longer; the articles that it gave stay.

    \b
    Example:
      tracker feed remove https://news.example/rss
    """
    from tracker.cli.stores import ready_to_write
    from tracker.store.feeds import remove_feed

    with ready_to_write(settings.of(context).database) as engine, engine.begin() as connection:
        remove_feed(connection, url)


@app.command("list")
def list_(context: typer.Context, format: OutputFormat = None) -> None:
    """List the feeds that are watched, and how they fare.

    \b
    Example:
      tracker feed list --format json
    """
    from tracker.reports import open_source
    from tracker.reports.feeds import feeds

    run = settings.of(context)
    with open_source(run.database) as source:
        show(feeds(source), format, color=run.color)


@app.command()
def pull(
    context: typer.Context,
    every: Annotated[
        timedelta | None,
        typer.Option(
            metavar="TIME",
            parser=_period,
            show_default=False,
            help="Pull again and again, so far apart, until stopped: 15m, 2h.",
        ),
    ] = None,
    lexicon: OwnWords = None,
    allow_private: AllowPrivate = False,
    use_proxy: UseProxy = False,
    contact: Contact = None,
) -> int:
    """Read what is new in the feeds that are watched.

    The page of each entry is fetched, unless the feed was added with --summary-only. A feed
    that fails rests, longer each time, and the others go on.

    \b
    Example:
      tracker feed pull
      tracker feed pull --every 15m
    """
    from tracker.cli.pulling import pull_feeds
    from tracker.cli.stores import ready_to_write

    if lexicon is not None:
        words(lexicon)
    fetcher = new_fetcher(allow_private=allow_private, use_proxy=use_proxy, contact=contact)
    while True:
        with ready_to_write(settings.of(context).database) as engine:
            failed = pull_feeds(engine, fetcher, lexicon)
        if every is None:
            return diagnostics.ExitCode.INPUTS_FAILED if failed else diagnostics.ExitCode.DONE
        time.sleep(every.total_seconds())
