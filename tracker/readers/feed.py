"""RSS and Atom: one article an entry, as far as the feed gives its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tracker.errors import InputError
from tracker.readers.dates import Candidate, read_date
from tracker.readers.document import Document, Draft
from tracker.readers.encoding import decode_markup
from tracker.readers.html import text_of_fragment

MOST_ENTRIES = 5_000
"""feedparser needs seconds for ten thousand entries; feeds in use have some hundred at most."""

_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s/>]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    Attributes:
        draft: The article as far as the feed gives it.
        updated: When it was last changed, in UTC; None if the feed does not say.
    """

    draft: Draft
    updated: datetime | None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What a feed holds: its own title, and its entries, with an error for each unreadable one."""

    title: str | None
    entries: tuple[Entry | InputError, ...]


def read_feed(document: Document) -> Iterator[Draft | InputError]:
    """Read the entries of a feed as articles.

    Args:
        document: An RSS or Atom file.

    Yields:
        A draft for each entry with text, in the feed's order; an error for each without, and one
        after a draft whose date cannot be read.

    Raises:
        InputError: It is no feed, or one with no entries.
    """
    entries = feed_content(document).entries
    if not entries:
        raise InputError("is a feed with no entries", cure="give one with articles in it")
    for entry in entries:
        yield entry.draft if isinstance(entry, Entry) else entry


def feed_content(document: Document) -> FeedContent:
    """Read a feed.

    Raises:
        InputError: It is no feed, or one that is damaged from its beginning.
    """
    source, doubts = decode_markup(document.read(), document.charset)
    feed = _parsed(source)
    if feed.bozo and not feed.entries:
        raise InputError("is a feed of damaged or truncated XML", cure="try again later")
    if feed.bozo:
        doubts = (*doubts, "is a feed of malformed XML and may be incomplete")
    return FeedContent(feed.feed.get("title") or None, tuple(_entries(feed, doubts)))


def _entries(feed: Any, doubts: tuple[str, ...]) -> Iterator[Entry | InputError]:
    for number, entry in enumerate(feed.entries, 1):
        try:
            draft = _draft(entry, feed.feed, doubts)
        except InputError as error:
            yield InputError(f"entry {number} {error.what}", cure=error.cure)
            continue
        # With get(), feedparser gives the date of publication where there is no other.
        updated = entry["updated_parsed"] if "updated_parsed" in entry else None  # noqa: SIM401
        date = draft.dates[0].value
        readable = not date or read_date(date) is not None
        yield Entry(draft if readable else replace(draft, dates=()), _moment(updated))
        if date and not readable:
            yield InputError(
                f'entry {number} was read without its date "{date[:40]}", which is none',
                cure="ingest it with --published",
            )


def _moment(parsed: Any) -> datetime | None:
    try:
        return datetime(*parsed[:6]) if parsed else None  # noqa: DTZ001 - UTC, as the store has it
    except ValueError:
        return None


def _parsed(source: str) -> Any:
    count = len(_ENTRY.findall(source))
    if count > MOST_ENTRIES:
        raise InputError(f"is a feed of too many entries: {count:,}, the limit is {MOST_ENTRIES:,}")
    import feedparser

    # Bytes, because feedparser fetches a string that looks like an address; and in UTF-8 with
    # no word of another encoding, because the source has been decoded already.
    data = re.sub(r"^\s*<\?xml[^>]*\?>", "", source, count=1).encode("utf-8", "replace")
    return feedparser.parse(
        data, response_headers={"content-type": "application/xml; charset=utf-8"}
    )


def _draft(entry: Any, feed: Any, doubts: tuple[str, ...]) -> Draft:
    title = " ".join(text_of_fragment(entry.get("title", "")).split())
    bodies = [part.get("value", "") for part in entry.get("content", ())]
    body = text_of_fragment(max([*bodies, entry.get("summary", "")], key=len))
    if not title and not body:
        raise InputError("is empty: it has neither title nor text")
    link = entry.get("link", "")
    if link and not link.startswith(("http://", "https://")):
        doubts = (*doubts, "its link is no http(s) url and was dropped")
        link = ""
    return Draft(
        text="\n\n".join(filter(None, (title, body))),
        id=entry.get("id"),
        title=title or None,
        url=link or None,
        publisher=entry.get("source", {}).get("title") or feed.get("title") or None,
        dates=(Candidate(entry.get("published") or entry.get("updated"), "feed"),),
        doubts=doubts,
    )
