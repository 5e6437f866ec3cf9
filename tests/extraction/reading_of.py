"""What the extraction tests ask of the public surface: one article in, its record out."""

from functools import cache

from tracker import lexicon
from tracker.article import Article
from tracker.extraction import extract
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.pipeline import analyse
from tracker.record import Bill, Package, Record, Status


@cache
def words() -> Lexicon:
    return lexicon.load()


def record_of(text: str, published: str | None = "2025-05-14") -> Record:
    """The record of a text that was published on Wednesday, 14 May 2025 if nothing else is said."""
    return extract(Article(text=text, published=published), words())


def readings_of(text: str, published: str | None = "2025-05-14") -> list[Status]:
    """Every reading of a predicate as a status claim, before the models choose among them."""
    _, _, readings = analyse(Article(text=text, published=published), words())
    return [found.status for found in readings]


def measures_of(text: str, published: str | None = "2025-05-14") -> tuple[Bill | Package, ...]:
    return record_of(text, published).measures
