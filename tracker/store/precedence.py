"""Which of several articles came first: the same answer in whatever order they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from tracker.article import Article
from tracker.models import table


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with what puts it in order among its versions and its copies.

    Attributes:
        id: Its id; None if it is not stored.
        text: Its text.
        canonical_url: Its address.
        published: Day of publication, ISO 8601.
        published_time: Moment of publication, in UTC.
        seen_at: When it was fetched, or its file last changed, in UTC.
        sha256: The hash of its text, which decides where nothing else does.
        duplicate_of_id: The stored article that it repeats.
    """

    id: int | None
    text: str
    canonical_url: str | None
    published: str | None
    published_time: datetime | None
    seen_at: datetime | None
    sha256: str
    duplicate_of_id: int | None = None

    @classmethod
    def new(cls, article: Article) -> "Placed":
        """An article that is not stored."""
        return cls(
            None,
            article.text,
            article.canonical_url,
            article.published,
            article.published_time,
            article.seen_at,
            article.sha256,
        )

    @classmethod
    def stored(cls, row: Sequence[Any]) -> "Placed":
        """An article from a row of `stored_articles`."""
        return cls(*row)

    def age(self) -> tuple[object, ...]:
        """Sorts copies, the original first: what has no date of its own cannot be it."""
        return (*((each is None, each or "") for each in self._times()), self.sha256)

    def version(self) -> tuple[object, ...]:
        """Sorts versions of a page, the newest last."""
        return (*((each is not None, each or "") for each in self._times()), self.sha256)

    def is_at_address_of(self, other: "Placed") -> bool:
        """Whether both are versions of one page."""
        return self.canonical_url is not None and self.canonical_url == other.canonical_url

    def _times(self) -> tuple[str | datetime | None, ...]:
        return self.published, self.published_time, self.seen_at


def stored_articles(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The query for stored articles of which conditions hold; see `Placed.stored`."""
    stored = table("article")
    return select(
        stored.c.id,
        stored.c.text,
        stored.c.canonical_url,
        stored.c.published_at,
        stored.c.published_time,
        stored.c.seen_at,
        stored.c.sha256,
        stored.c.duplicate_of_id,
    ).where(*conditions)
