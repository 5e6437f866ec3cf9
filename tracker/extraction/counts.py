"""Numbers that count something, with the words that say how exact they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import Comparator

_ROUGH = frozenset({"dozens", "hundreds", "scores", "thousands"})
_CLOSE = 0.2
_COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence; positions count tokens.

    Attributes:
        first: Position of the first word, comparator included.
        end: Position after the number.
        value: What it comes to; "dozens" is 24.
        comparator: How the number is meant.
    """

    first: int
    end: int
    value: int
    comparator: Comparator


def find_counts(clause: Clause, lexicon: Lexicon) -> Iterator[Count]:
    """Every number of a sentence that may count something, in text order."""
    tokens = clause.sentence.tokens
    taken = 0
    for position, token in enumerate(tokens):
        if position < taken or not _is_number(tokens, position):
            continue
        value, end = _value(tokens, position)
        if value is None or _measures(tokens, position, end, lexicon) or is_dated(clause, token):
            continue
        first, comparator = _compared(tokens, position, lexicon)
        if comparator == "=" and token.lower in _ROUGH:
            comparator = "~"
        yield Count(first, end, value, comparator)
        taken = end


def is_rough_form(value: int, comparator: Comparator, exact: Iterable[int]) -> bool:
    """Whether "nearly 200" only rounds an exact number that is told as well."""
    return comparator != "=" and any(abs(value - e) <= _CLOSE * e for e in exact)


def _is_number(tokens: tuple[Token, ...], position: int) -> bool:
    token = tokens[position]
    if token.lower in ("a", "several"):
        following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
        return following == "dozen"
    return token.lower == "one" or cardinal(token.lower) is not None


def _value(tokens: tuple[Token, ...], position: int) -> tuple[int | None, int]:
    word = tokens[position].lower
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    number = 1 if word == "a" else cardinal(word)
    if following in ("dozen", "hundred") and number is not None:
        return number * (12 if following == "dozen" else 100), position + 2
    return number, position + 1


def _measures(tokens: tuple[Token, ...], position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number is money, a share, a span of time or part of a tally or name."""
    words = lexicon.counts["not_counted"]
    before = tokens[position - 1] if position else None
    after = tokens[end] if end < len(tokens) else None
    if before is not None and (
        before.lower in words["before"].split()
        or (before.text in "-/." and before.end == tokens[position].start)
    ):
        return True
    if after is None:
        return False
    joined = after.text in "-/%" and after.start == tokens[end - 1].end
    return joined or after.lower in words["after"].split()


def is_dated(clause: Clause, token: Token) -> bool:
    """Whether a word is part of a date."""
    return any(d.start <= token.start < d.end for d in clause.dates)


def _compared(tokens: tuple[Token, ...], position: int, lexicon: Lexicon) -> tuple[int, Comparator]:
    """Where the comparator before a number begins, and what it says."""
    for words, comparator in _comparators(lexicon):
        first = position - len(words)
        if first >= 0 and all(
            t.lower == w for t, w in zip(tokens[first:position], words, strict=True)
        ):
            return first, comparator
    return position, "="


@lru_cache(maxsize=8)
def _comparators(lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], Comparator], ...]:
    """Comparators as word sequences, the longest first."""
    table = lexicon.counts["comparators"]
    rows: list[tuple[tuple[str, ...], Comparator]] = [
        (tuple(phrase.split()), comparator)
        for comparator in _COMPARATORS
        for phrase in table.get(comparator, ())
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
