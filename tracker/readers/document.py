"""What readers pass from one to the next: where an input lies, what it holds, what is known."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from tracker.article import Article
from tracker.errors import InputError, UsageError
from tracker.readers.dates import Candidate, settle

Kind = Literal[
    "text", "html", "pdf", "json", "jsonl", "feed", "email", "mbox", "warc", "zip", "gzip"
]
"""What bytes hold, told from the bytes themselves."""

Outcome = Article | InputError
"""What becomes of one article in an input: it was read, or it was not, and why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which an input is refused rather than read.

    Attributes:
        document_bytes: One file, page, record or archive member, also after decompression.
        archive_bytes: All that comes out of one archive.
        text_characters: The text of one article.
    """

    document_bytes: int = 10_000_000
    archive_bytes: int = 4_000_000_000
    text_characters: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of the articles; it goes before all that they say of themselves.

    Attributes:
        published: ISO 8601 date of publication.
        url: Where they were published.
        title: The headline.
        publisher: Who published them.

    Raises:
        UsageError: `published` is no ISO 8601 date, or none that can be true.
    """

    published: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None

    def __post_init__(self) -> None:
        """Question a date before anything is read with it."""
        if self.published is None:
            return
        dated = settle([Candidate(self.published, "given")])
        if dated.published != self.published:
            raise UsageError(
                dated.doubts[0]
                if dated.doubts
                else f'"{self.published}" is no date like 2025-05-14',
                where="--published",
                cure="give the day of publication as YYYY-MM-DD",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a parser finds in one article, before it is judged.

    Attributes:
        text: The whole text, headline first.
        id: The caller's own name for it.
        title: The headline.
        url: Where it was published.
        canonical_url: The address that it calls its own.
        publisher: Who published it.
        language: ISO 639-1 code of its language, as it declares it.
        dates: What it says of its date of publication, the most trusted first.
        doubts: What the parser did not believe.
    """

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    publisher: str | None = None
    language: str | None = None
    dates: tuple[Candidate, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An input of one kind, found but not yet parsed; it may be handed to another process.

    Attributes:
        origin: Its name for messages: a path, `news.jsonl, line 3`, `-` for standard input.
        kind: What it holds.
        content: The bytes, or the file that holds them.
        url: Where it was fetched from, None if it was not.
        charset: The encoding that came with it, as in an HTTP header.
        seen_at: When it was fetched or its file last changed, in UTC.
        announced: What a feed said of it; it counts where the document itself says nothing.
    """

    origin: str
    kind: Kind
    content: bytes | Path
    url: str | None = None
    charset: str | None = None
    seen_at: datetime | None = None
    announced: Draft | None = None

    def read(self) -> bytes:
        """The bytes, whole.

        Raises:
            InputError: The file has become unreadable since it was found.
        """
        if isinstance(self.content, bytes):
            return self.content
        try:
            return self.content.read_bytes()
        except OSError as error:
            raise InputError(reason(error)) from error


def reason(error: OSError) -> str:
    """The system's own words for a failure, as a clause."""
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]
