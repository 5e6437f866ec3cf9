"""Articles that read like articles, with the record of what their words say."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Engine, update
from store.telling import CLAIMS

from tracker.article import Article
from tracker.exchange.formats import kinds
from tracker.models import metadata
from tracker.record import Bill, Mention, Package, Record
from tracker.store.rows import utc_now
from tracker.store.writing import store_article

Said = tuple[str, str, dict[str, Any]]
"""A claim: its facet, the words that make it, and its values."""


@dataclass(frozen=True)
class About:
    """What an article says of one measure, by the words that say it."""

    kind: type[Bill] | type[Package]
    name: str
    facets: dict[str, Any]
    said: tuple[Said, ...]


def bill(name: str, *said: Said, **facets: Any) -> About:
    """A bill of the US Congress."""
    return About(Bill, name, {"jurisdiction": ("US",), "congress": 119, **facets}, said)


def package(name: str, *said: Said, issuer: str = "EU", target: str = "RU", **facets: Any) -> About:
    """A sanctions package, numbered where its ordinal is given."""
    facets = {"form": "numbered" if "ordinal" in facets else "action", **facets}
    return About(Package, name, {"jurisdiction": (issuer,), "targets": (target,), **facets}, said)


def status(words: str, status_: str, modality: str = "actual", **more: Any) -> Said:
    """The words tell a status."""
    return ("statuses", words, {"status": status_, "modality": modality, **more})


def listed(words: str, type_: str, count: int, comparator: str = "=") -> Said:
    """The words count what a package lists."""
    return ("designations", words, {"type": type_, "count": count, "comparator": comparator})


def backed(words: str, count: int, comparator: str = "=", body: str = "us-senate") -> Said:
    """The words count cosponsors."""
    values = {"kind": "cosponsors", "count": count, "comparator": comparator, "body": body}
    return ("support", words, values)


def sponsored(words: str, name: str, role: str = "sponsor") -> Said:
    """The words name a sponsor."""
    return ("sponsors", words, {"name": name, "role": role})


def needs(words: str, rule: str, stance: str, required: int | None = None) -> Said:
    """The words name a voting rule."""
    return ("thresholds", words, {"rule": rule, "stance": stance, "required": required})


def voted(words: str, body: str, yeas: int, nays: int, day: str) -> Said:
    """The words tell a vote on passage."""
    result = "passed" if yeas > nays else "failed"
    return (
        "votes",
        words,
        {"body": body, "yeas": yeas, "nays": nays, "on": "passed", "result": result, "date": day},
    )


@dataclass(frozen=True)
class Story:
    """An article and what it says.

    Attributes:
        published: Day of publication, None if it tells none.
        publisher: Who published it.
        title: Headline.
        body: The text below it.
        about: Its measures.
        url: Where it stood.
        arrives: Day on which it reaches the store, if that is not the day after.
    """

    published: str | None
    publisher: str | None
    title: str
    body: str
    about: tuple[About, ...] = ()
    url: str | None = None
    arrives: str | None = None

    @property
    def article(self) -> Article:
        """As it is read."""
        text = f"{self.title}\n\n{self.body}"
        return Article(
            text=text,
            title=self.title,
            published=self.published,
            publisher=self.publisher,
            url=self.url,
            canonical_url=self.url,
        )

    @property
    def record(self) -> Record:
        """What it says."""
        return Record(id=None, measures=tuple(map(self._measure, self.about)))

    @property
    def arrival(self) -> datetime:
        """When it reaches the store: six in the morning of the next day, if it is not late."""
        if self.arrives is not None or self.published is None:
            return datetime.combine(date.fromisoformat(str(self.arrives)), time(6))
        return datetime.combine(date.fromisoformat(self.published), time(6)) + timedelta(days=1)

    def _measure(self, about: About) -> Bill | Package:
        claims: dict[str, list[Any]] = {}
        for facet, words, values in about.said:
            start, end = self._place(words)
            claim = CLAIMS[facet](quote=words, start=start, end=end, found_by="by hand", **values)
            claims.setdefault(facet, []).append(claim)
        facets = {name: tuple(told) for name, told in claims.items()}
        mention = Mention(about.name, *self._place(about.name))
        return about.kind(mentions=(mention,), **about.facets, **facets)

    def _place(self, words: str) -> tuple[int, int]:
        start = self.article.text.index(words)
        return start, start + len(words)


BEGUN = datetime.fromisoformat("2025-01-01")
"""When the store was made."""


def begin(engine: Engine) -> None:
    """Let the store be made before the news."""
    _date_back(engine, BEGUN, BEGUN)


def arrive(engine: Engine, story: Story) -> None:
    """Store an article so that the store takes it to have come when it arrives."""
    now = utc_now()
    store_article(engine, story.article, story.record)
    _date_back(engine, now, story.arrival)


def _date_back(engine: Engine, since: datetime, then: datetime) -> None:
    """Let what was stored since a time be stored at another."""
    with engine.begin() as connection:
        for table in metadata.tables.values():
            for name, kind in kinds(table).items():
                if kind is datetime:
                    stamp = table.columns[name]
                    connection.execute(update(table).where(stamp >= since).values({name: then}))
