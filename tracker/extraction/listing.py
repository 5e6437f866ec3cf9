"""What a number counts, and whether the words around it say that those are sanctioned."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from tracker.extraction.counts import Count, find_counts, is_dated
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import DesignationType

_TYPES: tuple[DesignationType, ...] = get_args(DesignationType)
_LONGEST_PHRASE, _LONGEST_LINK, _LONGEST_PAUSE = 9, 30, 8
_NEAR_TOTAL, _NEAR_NOW, _NEAR = 16, 5, 5
_BULLETS = frozenset({":", "-", "*", "•"})
_MODIFIERS = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "VBD", "POS", "RB", "DT", "CC"})
_LINKED = frozenset({"NN", "NNP", "JJ", "DT", "CD", "CC", "PRPS", "POS", "RB"})
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the type of what it counts and the position after the phrase."""

    count: Count
    type: DesignationType
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    types: dict[str, DesignationType]
    verbs: frozenset[str]
    always_verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    totals: frozenset[str]
    so_far: frozenset[str]


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    types = {word: name for name in _TYPES for word in lexicon.counts["designations"][name].split()}
    listing = {name: frozenset(text.split()) for name, text in lexicon.counts["listing"].items()}
    return _Words(types=types, **listing)


def opens_item(tokens: Tokens) -> bool:
    """Whether a sentence begins with the mark of a list."""
    return tokens[0].text in _BULLETS


def find_listed(clause: Clause, lexicon: Lexicon, *, in_list: bool) -> Iterator[Counted]:
    """Counts of what a sentence says is sanctioned, running totals left out.

    Args:
        clause: The sentence.
        lexicon: Nouns of what is listed and words that list it.
        in_list: Whether the sentence stands in a list that an announcement opened.
    """
    words = _words(lexicon)
    tokens = clause.sentence.tokens
    counted = list(_counted(clause, lexicon, words))
    listed = [_is_listed(clause, item, words, in_list=in_list) for item in counted]
    for at in range(1, len(counted)):
        follows = _goes_on(tokens, counted[at - 1].end, counted[at].count.first)
        listed[at] = listed[at] or (listed[at - 1] and follows)
    for at in range(len(counted) - 1, 0, -1):
        adjacent = counted[at].count.first - counted[at - 1].end <= 2
        listed[at - 1] = listed[at - 1] or (listed[at] and adjacent)
    for item, is_listed in zip(counted, listed, strict=True):
        if is_listed and not _is_running(tokens, item.count.first, words):
            yield item


def _counted(clause: Clause, lexicon: Lexicon, words: _Words) -> Iterator[Counted]:
    for count in find_counts(clause, lexicon):
        types, end = _types(clause.sentence.tokens, count.end, words)
        if types:
            yield Counted(count, _joint(types), end)


def _types(tokens: Tokens, start: int, words: _Words) -> tuple[list[DesignationType], int]:
    """What a number counts: "69 people", "33 Russian entities", "25 men and companies"."""
    types: list[DesignationType] = []
    end = start
    for position in range(start, min(len(tokens), start + _LONGEST_PHRASE)):
        type_ = words.types.get(tokens[position].lower)
        if type_ is not None and not _only_modifies(tokens, position, words):
            types.append(type_)
            end = position + 1
            if not _joins_noun(tokens, end):
                break
        elif not _is_inside(tokens, position, start):
            break
    return types, end


def _only_modifies(tokens: Tokens, position: int, words: _Words) -> bool:
    """Whether another noun follows: "officials' assets", "sanctions packages"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None or following.tag == "POS":
        return following is not None
    counted = following.lower in words.types or tokens[position].lower == "sanctions"
    return counted and following.tag == "NN" and following.text[0].islower()


def _joins_noun(tokens: Tokens, position: int) -> bool:
    """Whether "and" joins a second noun without a number of its own."""
    if position + 1 >= len(tokens) or tokens[position].lower not in ("and", "or"):
        return False
    return tokens[position + 1].tag in ("NN", "NNP", "JJ", "VBN")


def _is_inside(tokens: Tokens, position: int, start: int) -> bool:
    """Whether a word belongs to the phrase between a number and its noun."""
    token = tokens[position]
    if token.lower == "of":
        return position == start
    if token.tag == "PRPS":
        return tokens[position - 1].lower == "of"
    if token.lower in ("them", "more", "other") or token.text in ("-", '"'):
        return True
    return token.tag in _MODIFIERS and token.lower not in ("that", "this")


def _joint(types: list[DesignationType]) -> DesignationType:
    """The type of several nouns under one number: people and entities are targets."""
    kinds = set(types)
    if len(kinds) == 1:
        return types[0]
    return "entity" if kinds == {"bank", "entity"} else "target"


def _is_listed(clause: Clause, item: Counted, words: _Words, *, in_list: bool) -> bool:
    """Whether a verb, preposition or mark says that what is counted is sanctioned."""
    if _undergoes(clause, item.end, words):
        return True
    tokens = clause.sentence.tokens
    link = _link(tokens, item.count.first, words)
    if link < 0:
        return in_list or item.type == "target"
    token = tokens[link]
    if token.text in _BULLETS:
        return link == 0 or in_list
    if token.lower in words.prepositions:
        return not is_dated(clause, tokens[link + 1]) and _ties(tokens, link, words)
    if token.lemma == "be":
        # "Among those designated are 16 officials"
        return any(t.lemma in words.verbs for t in tokens[max(0, link - _NEAR) : link])
    return token.lower in words.always_verbs or (token.is_verb and token.lemma in words.verbs)


def _ties(tokens: Tokens, link: int, words: _Words) -> bool:
    """Whether a preposition ties what follows to sanctions: "sanctions ... on", "fleet of"."""
    word = tokens[link].lower
    before = tokens[0 if word in ("on", "against") else max(0, link - _NEAR) : link]
    if word == "targeting" or any(t.lower in words.nouns for t in before):
        return True
    return word != "of" and any(t.is_verb and t.lemma in words.verbs for t in before)


def _undergoes(clause: Clause, end: int, words: _Words) -> bool:
    """Whether what is counted is the subject: "eleven people will be listed", "are subject to"."""
    following = next((g for g in clause.groups if g.head >= end), None)
    if following is None or following.first - end > 3:
        return False
    after = clause.sentence.tokens[following.head + 1 : following.head + 2]
    if following.lemma in ("be", "become") and any(t.lower == "subject" for t in after):
        return True
    # "Entities sanctioned on Thursday", "individuals added to the list"
    reduced = following.first == end and all(t.tag in ("IN", "TO", "RB", "NNP", ".") for t in after)
    suffers = reduced or following.passive or following.lemma in ("face", "lose")
    return suffers and following.lemma in words.verbs


def _link(tokens: Tokens, first: int, words: _Words) -> int:
    """Position of the verb, preposition or mark that governs a count, -1 without one."""
    for position in range(first - 1, max(-1, first - _LONGEST_LINK), -1):
        token = tokens[position]
        attributive = token.lower.endswith("ed") and position and tokens[position - 1].tag == "DT"
        if token.lower in words.always_verbs and not attributive:
            return position
        if not (token.tag in _LINKED or token.text in (",", "(", ")")):
            return position
    return -1


def _goes_on(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a count follows one that is listed: "116 additions, 69 of them persons"."""
    between = tokens[end:first]
    together = len(between) > 1 and between[-1].lower == "with" and between[-2].lower == "together"
    return together or (
        len(between) <= _LONGEST_PAUSE and not any(t.is_verb or t.tag == "WH" for t in between)
    )


def _is_running(tokens: Tokens, first: int, words: _Words) -> bool:
    """Whether a count is a running total: "bringing the total to 342"."""
    if any(t.lower in words.totals for t in tokens[max(0, first - _NEAR_TOTAL) : first]):
        return True
    if any(t.lower in words.so_far for t in tokens[max(0, first - _NEAR_NOW) : first]):
        return True
    earlier = {t.lower for t in tokens[:first]}
    return "since" in earlier and bool(earlier & {"has", "have"})
