"""`tracker ingest`: articles into the store."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.article import Article
from tracker.cli import diagnostics, settings
from tracker.cli.given import Inputs, OwnWords, Published, Publisher, Title, Url
from tracker.cli.undated import Undated
from tracker.cli.web import AllowPrivate, Contact, UseProxy, Web, new_fetcher
from tracker.cli.words import reading, words
from tracker.errors import InputError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tracker.cli.batch import Read, Result

Store = Callable[["Read"], str]
"""Stores an article and tells how it stood to those in the store."""

_TOLD = {
    "new": "new",
    "known": "already ingested",
    "near-duplicate": "near-duplicates",
    "new version": "new versions",
    "older version": "older versions",
    "earlier original": "originals of what was read before",
    "failed": "failed",
}
_ALWAYS_TOLD = ("new", "known", "near-duplicate", "failed")


def ingest(
    context: typer.Context,
    inputs: Inputs,
    published: Published = None,
    url: Url = None,
    title: Title = None,
    publisher: Publisher = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=1, max=64, help="Processes that read and extract.")
    ] = 1,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first input that fails.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be stored, and store nothing.")
    ] = False,
    lexicon: OwnWords = None,
    allow_private: AllowPrivate = False,
    use_proxy: UseProxy = False,
    contact: Contact = None,
) -> int:
    """Read articles into the store.

    Text, Markdown, HTML, PDF, JSON, JSON lines, RSS, Atom, e-mail, mailboxes, WARC, zip and
    gzip are told
    apart by their content; folders hold any of them; what starts with http is fetched.

    An article that is there already is left alone. Each one is in wholly or not at all.

    \b
    Example:
      tracker ingest article.txt --published 2025-05-14 --publisher "The Daily"
      tracker ingest clippings/ archive.zip --jobs 4
      tracker ingest https://news.example/2025/05/14/story
      pbpaste | tracker ingest - --published 2025-05-14
    """
    from tracker.cli.batch import results
    from tracker.readers import Given, gather

    given = Given(published=published, url=url, title=title, publisher=publisher)
    fetcher = partial(
        new_fetcher, allow_private=allow_private, use_proxy=use_proxy, contact=contact
    )
    if lexicon is not None:
        words(lexicon)
    opened = _tried if dry_run else partial(_opened, own_words=lexicon)
    with opened(settings.of(context).database) as (engine, store):
        web = Web(engine, fetcher)
        batch = _Batch(web, store, fail_fast=fail_fast)
        batch.run(results(gather(inputs, fetch=web.fetch), given, jobs, lexicon))
    failed = batch.counted["failed"]
    return diagnostics.ExitCode.INPUTS_FAILED if failed else diagnostics.ExitCode.DONE


class _Batch:
    """One run over any number of articles, and what became of them."""

    def __init__(self, web: Web, store: Store, *, fail_fast: bool) -> None:
        self.counted: Counter[str] = Counter()
        self._web = web
        self._store = store
        self._fail_fast = fail_fast
        self._held: tuple[str, str, Article] | None = None
        self._undated = Undated()
        self._stored: set[str] = set()
        self._failed: set[str] = set()

    def run(self, found: "Iterator[Result]") -> None:
        """Store all; what is stored stays when a run is interrupted."""
        from tracker.cli.batch import progress

        try:
            with progress() as bar:
                for result in found:
                    if isinstance(result, InputError):
                        self._fail(result)
                    else:
                        self._take(result)
                    bar.step(failed=self.counted["failed"])
                    if self.counted["failed"] and self._fail_fast:
                        break
            for origin in self._stored - self._failed:
                self._web.keep(origin)
        finally:
            self.counted["known"] += self._web.unchanged
            self._summarize()

    def _fail(self, error: InputError) -> None:
        diagnostics.error(error)
        self.counted["failed"] += 1
        self._failed.add(error.where or "")

    def _take(self, result: "Read") -> None:
        outcome = self._store(result)
        self.counted[outcome] += 1
        origin = result.article.origin or "-"
        if origin.startswith(("http://", "https://")):
            self._stored.add(origin)
        told = f"{origin}: {_told(outcome, result)}"
        if self.counted.total() == 1:
            self._held = (outcome, told, result.article)
            return
        self._release()
        self._tell(outcome, told, result.article)

    def _release(self) -> None:
        """Tell of the first article as of one of many, once there is a second."""
        if self._held is not None:
            held, self._held = self._held, None
            self._tell(*held)

    def _tell(self, outcome: str, told: str, article: Article) -> None:
        """Of many articles only what is wrong with one is told, the rest is in the summary."""
        diagnostics.detail(told)
        self._warn(outcome, article)

    def _warn(self, outcome: str, article: Article) -> None:
        if outcome != "known":
            self._undated.note(article)
            diagnostics.doubts(article)

    def _summarize(self) -> None:
        if self.counted.total() > 1:
            self._release()
            parts = [
                f"{self.counted[outcome]:,} {words}"
                for outcome, words in _TOLD.items()
                if self.counted[outcome] or outcome in _ALWAYS_TOLD
            ]
            parts.extend(filter(None, [self._undated.summary()]))
            diagnostics.note(", ".join(parts))
        elif self._held is not None:
            outcome, told, article = self._held
            self._warn(outcome, article)
            self._undated.tell()
            diagnostics.note(told)
        elif self._web.unchanged:
            diagnostics.note("already ingested; the page has not changed")


@contextmanager
def _opened(database: str, own_words: Path | None) -> "Iterator[tuple[Engine, Store]]":
    from tracker.cli.stores import ready_to_write
    from tracker.store.writing import store_article

    read_by = reading(own_words)
    with ready_to_write(database) as engine:
        yield engine, lambda read: store_article(engine, read.article, read.record, read_by)


@contextmanager
def _tried(database: str) -> "Iterator[tuple[Engine | None, Store]]":
    """Where nothing is stored: how articles would stand to those that are there, if any are."""
    from tracker.errors import DatabaseError
    from tracker.store.copies import standing
    from tracker.store.engine import open_reader
    from tracker.store.schema import SchemaState, schema_state

    diagnostics.note("a dry run: nothing is stored")
    try:
        engine = open_reader(database)
    except DatabaseError:
        yield None, lambda _: "new"
        return
    with engine.connect() as connection:
        if schema_state(connection) is SchemaState.CURRENT:
            yield None, lambda read: standing(connection, read.article).outcome
        else:
            yield None, lambda _: "new"
    engine.dispose()


def _told(outcome: str, result: "Read") -> str:
    if outcome == "known":
        return "already ingested"
    if outcome == "near-duplicate":
        return "stored as a near-duplicate of another article; its claims are not counted again"
    if not result.record.measures:
        return "stored; it tells of no bill and no sanctions package"
    claims = sum(1 for measure in result.record.measures for _ in measure.claims())
    stored = "stored" if outcome == "new" else f"stored as a {outcome}"
    if outcome == "older version":
        stored = "stored as an older version"
    if outcome == "earlier original":
        stored = "stored as the original of an article that was read before"
    return f"{stored}; measures: {len(result.record.measures)}, claims: {claims}"
