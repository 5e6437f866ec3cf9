"""An article as the rest of the program sees it, however it was read or is stored."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Literal

DateSource = Literal["given", "page", "feed", "front matter", "url", "text"]
"""What told a date of publication, most trusted first; `page` is a document's own metadata."""


@dataclass(frozen=True)
class Article:
    """A document: its text and what is known of where it came from.

    Attributes:
        text: The whole text, headline first. Every offset in a record counts characters
            of exactly this string.
        id: The caller's own name for the document, repeated in the record; None if it has none.
        title: The headline, None if unknown.
        url: Where it was published, None if unknown.
        published: ISO 8601 date of publication (`2025-05-14`), None if unknown.
        publisher: Who published it, None if unknown.
        canonical_url: Its address without tracking parameters and the like, equal for every
            address of the same page; None if unknown.
        published_from: What told the date of publication, None if it is unknown.
        published_time: The moment of publication in UTC, where what told the date tells it too.
        seen_at: When it was fetched or its file last changed, in UTC; None if unknown.
        language: ISO 639-1 code of the language it is written in, None if undetermined.
        origin: The input that it was read from, for messages (`news.zip/a.html`).
        doubts: What the reader saw and did not believe, as clauses for messages.
    """

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    canonical_url: str | None = None
    published_from: DateSource | None = None
    published_time: datetime | None = None
    seen_at: datetime | None = None
    language: str | None = None
    origin: str | None = None
    doubts: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
