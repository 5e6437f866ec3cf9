"""Articles and their records for the tests, made of sentences that claims quote."""

from dataclasses import replace
from typing import Any

from tracker.article import Article
from tracker.record import (
    Bill,
    Designation,
    Mention,
    Package,
    Record,
    Sponsor,
    Status,
    Support,
    Threshold,
    Vote,
)

CLAIMS = {
    "statuses": Status,
    "sponsors": Sponsor,
    "support": Support,
    "thresholds": Threshold,
    "votes": Vote,
    "designations": Designation,
}


class Telling:
    """An article that is written sentence by sentence as claims are made."""

    def __init__(self, published: str | None = None, publisher: str | None = None, **about: Any):
        self._about = {"published": published, "publisher": publisher, **about}
        self._text = f"Told on {published}. "
        self._measures: list[Bill | Package] = []

    def bill(self, *names: str, **facets: Any) -> "Telling":
        """Tell of a bill of the US Congress under these names."""
        facets.setdefault("jurisdiction", ("US",))
        return self._tell(Bill, names, facets)

    def package(self, *names: str, **facets: Any) -> "Telling":
        """Tell of a sanctions package under these names."""
        facets.setdefault("jurisdiction", ("EU",))
        facets.setdefault("targets", ("RU",))
        facets.setdefault("form", "named")
        return self._tell(Package, names, facets)

    @property
    def article(self) -> Article:
        """The article."""
        return Article(text=self._text, **self._about)

    @property
    def record(self) -> Record:
        """What it says."""
        return Record(id=None, measures=tuple(self._measures))

    def _tell(self, kind: Any, names: tuple[str, ...], facets: dict[str, Any]) -> "Telling":
        mentions = tuple(Mention(name, *self._write(name)) for name in names)
        for facet, claim in CLAIMS.items():
            if facet in facets:
                facets[facet] = tuple(self._claim(claim, told) for told in facets[facet])
        self._measures.append(kind(mentions=mentions, **facets))
        return self

    def _claim(self, claim: Any, told: dict[str, Any]) -> Any:
        quote = ", ".join(f"{name} {value}" for name, value in told.items())
        start, end = self._write(quote)
        return claim(quote=quote, start=start, end=end, found_by="test", **told)

    def _write(self, words: str) -> tuple[int, int]:
        start = len(self._text)
        self._text += f"{words}. "
        return start, start + len(words)


def with_quote(record: Record, quote: str) -> Record:
    """The record with another quote in its first status."""
    first = record.measures[0]
    status = replace(first.statuses[0], quote=quote)
    return replace(record, measures=(replace(first, statuses=(status,)),))
