"""One pull of the watched feeds: what is new in them goes into the store."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

from sqlalchemy import Engine

from tracker.cli import diagnostics
from tracker.cli.batch import extracted
from tracker.cli.undated import Undated
from tracker.cli.web import Web
from tracker.cli.words import reading
from tracker.errors import InputError
from tracker.readers import Document, Limits, Outcome, parse
from tracker.readers.containers import documents_in
from tracker.readers.feed import Entry, FeedContent, feed_content
from tracker.readers.fetching import Fetched, Fetcher
from tracker.readers.parsing import finish
from tracker.store.feeds import Feed, note_failure, note_pull, watched_feeds
from tracker.store.fetches import last_fetch
from tracker.store.rows import utc_now
from tracker.store.writing import store_article


def pull_feeds(engine: Engine, fetcher: Fetcher, own_words: Path | None = None) -> int:
    """Pull every feed that is due.

    Args:
        engine: Engine on a store that is up to date.
        fetcher: Fetches feeds and pages.
        own_words: A file of the user's own words.

    Returns:
        How many feeds and entries failed.
    """
    with engine.connect() as connection:
        feeds = watched_feeds(connection)
    puller = _Puller(engine, fetcher, own_words)
    for feed in feeds:
        if feed.is_due(utc_now()):
            puller.pull(feed)
        else:
            diagnostics.note(f"{feed.url}: rests until {feed.next_pull_at:%Y-%m-%d %H:%M} UTC")
    puller.undated.tell()
    counted = puller.counted
    diagnostics.note(
        f"{len(feeds):,} feeds: {counted['new']:,} new, {counted['known']:,} already ingested, "
        f"{counted['near-duplicate']:,} near-duplicates, {counted['failed']:,} failed"
    )
    return counted["failed"]


class _Puller:
    def __init__(self, engine: Engine, fetcher: Fetcher, own_words: Path | None) -> None:
        self.counted: Counter[str] = Counter()
        self.undated = Undated()
        self._engine = engine
        self._web = Web(engine, lambda: fetcher)
        self._extracted = partial(extracted, own_words=own_words)
        self._reading = reading(own_words)

    def pull(self, feed: Feed) -> None:
        """Read what is new in one feed; if the feed fails, let it rest."""
        try:
            page = self._web.fetch(feed.url)
            content = FeedContent(None, ()) if page is None else _content(feed.url, page)
        except InputError as error:
            self._rest(feed, error)
            return
        failed_before = self.counted["failed"]
        for entry in content.entries:
            if isinstance(entry, InputError):
                self._fail(InputError(entry.what, where=feed.url, cure=entry.cure))
            else:
                self._take(feed, entry)
        if self.counted["failed"] == failed_before:
            # With a failed entry the feed is fetched whole next time, so that it is tried again.
            self._web.keep(feed.url)
        with self._engine.begin() as connection:
            note_pull(connection, feed.url, content.title)

    def _rest(self, feed: Feed, error: InputError) -> None:
        failure = InputError(error.what, where=feed.url, cure=error.cure)
        retry_after = getattr(error, "retry_after", None)
        with self._engine.begin() as connection:
            until = note_failure(connection, feed, error.what, retry_after)
        self._fail(failure)
        diagnostics.note(f"{feed.url}: rests until {until:%Y-%m-%d %H:%M} UTC")

    def _fail(self, error: InputError) -> None:
        diagnostics.error(error)
        self.counted["failed"] += 1

    def _take(self, feed: Feed, entry: Entry) -> None:
        """Store an entry: its page, or what stands in the feed where that has to do."""
        url = None if feed.summary_only else entry.draft.url
        if url is None:
            self._store([finish(entry.draft, Document(feed.url, "feed", b"", seen_at=utc_now()))])
            return
        if self._is_old(url, entry):
            self.counted["known"] += 1
            return
        try:
            documents = list(self._fetched(url, entry))
        except InputError as error:
            self._fail(error)
            return
        outcomes = [outcome for document in documents for outcome in _outcomes(document)]
        if self._store(outcomes):
            self._web.keep(url)

    def _is_old(self, url: str, entry: Entry) -> bool:
        """Whether the page was read, and the feed tells of no change since."""
        with self._engine.connect() as connection:
            last = last_fetch(connection, url)
        return last is not None and (entry.updated is None or entry.updated <= last.fetched_at)

    def _fetched(self, url: str, entry: Entry) -> Iterator[Document | InputError]:
        page = self._web.fetch(url)
        if page is None:
            self.counted["known"] += 1
            return
        for found in documents_in(BytesIO(page.data), url, Limits()):
            if isinstance(found, Document):
                yield replace(
                    found,
                    url=page.url,
                    charset=page.charset,
                    seen_at=utc_now(),
                    announced=entry.draft,
                )
            else:
                yield found

    def _store(self, outcomes: Iterable[Outcome]) -> bool:
        """Store articles; whether all went well."""
        well = True
        for outcome in outcomes:
            read = outcome if isinstance(outcome, InputError) else self._extracted(outcome)
            if isinstance(read, InputError):
                self._fail(read)
                well = False
                continue
            article = read.article
            result = store_article(self._engine, article, read.record, self._reading)
            self.counted[result] += 1
            if result != "known":
                diagnostics.doubts(article)
                self.undated.note(article)
                diagnostics.detail(f"{article.origin}: stored")
        return well


def _outcomes(document: Document | InputError) -> Iterable[Outcome]:
    return [document] if isinstance(document, InputError) else parse(document)


def _content(url: str, page: Fetched) -> FeedContent:
    return feed_content(Document(url, "feed", page.data, page.url, page.charset))
