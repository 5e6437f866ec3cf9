"""The annotated articles that lie beside some checkouts, as what a store takes in.

With them the tests of linking depend on what articles say, not on how well it is extracted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from store.telling import CLAIMS
from tracker.article import Article
from tracker.readers import read
from tracker.record import Bill, Mention, Package, Record

GOLD = Path(__file__).parents[3] / "shared" / "gold"
"""Users do not have it: what needs it is skipped without it."""

_OWN = {"bill": ("number", "congress", "title"), "package": ("form", "ordinal")}


def gold_articles() -> Iterator[tuple[Article, Record]]:
    """The articles of the development set with their records."""
    lines = (GOLD / "dev.gold.jsonl").read_text(encoding="utf-8").splitlines()
    told = {each["id"]: each for each in map(json.loads, lines)}
    for article in read([GOLD / "dev.docs.jsonl"]):
        assert isinstance(article, Article)
        measures = told[article.id]["measures"]
        yield article, Record(article.id, tuple(_measure(each, article.text) for each in measures))


def _measure(told: Mapping[str, Any], text: str) -> Bill | Package:
    places = told["jurisdiction"] or ()
    facets = {name: told[name] for name in _OWN[told["kind"]]}
    for name, claim in CLAIMS.items():
        if name in told:
            facets[name] = tuple(claim(**_claim(each, told, text)) for each in told[name])
    if "sectors" in told:
        facets["sectors"] = tuple(told["sectors"])
    made: type[Bill | Package] = Bill if told["kind"] == "bill" else Package
    return made(
        mentions=tuple(Mention(*_place(each, text)) for each in told["mentions"]),
        jurisdiction=(places,) if isinstance(places, str) else tuple(places),
        targets=tuple(told["targets"]),
        optional=told["optional"],
        **facets,
    )


def _claim(told: Mapping[str, Any], measure: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A claim with its place; what the annotation does not quote stands where the measure does."""
    quote, start, end = _place(told.get("quote") or measure["mentions"][0], text)
    return {**told, "quote": quote, "start": start, "end": end}


def _place(words: str, text: str) -> tuple[str, int, int]:
    """Words as they stand in the text, whose line breaks the annotation does not keep."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    assert found, words
    return found[0], found.start(), found.end()
