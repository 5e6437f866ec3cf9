"""Counts of people, entities, vessels and banks that a package lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from tracker.extraction.counts import Count, find_counts, is_dated, is_rough_form
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.record import Designation, DesignationType

_TYPES: tuple[DesignationType, ...] = get_args(DesignationType)
_LONGEST_PHRASE = 9
_NEAR_TOTAL, _NEAR_NOW = 16, 5
_LONGEST_PAUSE = 8
_LONGEST_LINK = 30
_MEMORY = 5
_BULLETS = frozenset({":", "-", "*", "•"})
_MODIFIERS = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "VBD", "POS", "RB", "DT"})


@dataclass(frozen=True, slots=True)
class FoundDesignation:
    """A count and the package that it is of."""

    group: Group
    designation: Designation


@dataclass(frozen=True, slots=True)
class _Counted:
    """A count with the type of what it counts and the position after the phrase."""

    count: Count
    type: DesignationType
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    types: dict[str, DesignationType]
    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    always_verbs: frozenset[str]
    totals: frozenset[str]
    so_far: frozenset[str]


def find_designations(
    reading: Reading, grouping: Grouping, lexicon: Lexicon, adopted: dict[int, Group]
) -> list[FoundDesignation]:
    """Every count of what a package lists, one entry a package, type and number.

    Args:
        reading: The article.
        grouping: Its measures.
        lexicon: Nouns of what is listed and words that tie a count to a package.
        adopted: By sentence number, the package whose imposition that sentence tells of.
    """
    finder = _Finder(reading, grouping, lexicon, adopted)
    return _distinct([found for clause in reading.clauses for found in finder.in_clause(clause)])


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    listing = lexicon.counts["listing"]
    return _Words(
        types={
            word: name for name in _TYPES for word in lexicon.counts["designations"][name].split()
        },
        verbs=frozenset(listing["verbs"].split()),
        nouns=frozenset(listing["nouns"].split()),
        prepositions=frozenset(listing["prepositions"].split()),
        always_verbs=frozenset(listing["always_verbs"].split()),
        totals=frozenset(listing["totals"].split()),
        so_far=frozenset(listing["so_far"].split()),
    )


class _Finder:
    """Looks for counts sentence by sentence, remembering the package last spoken of."""

    def __init__(
        self, reading: Reading, grouping: Grouping, lexicon: Lexicon, adopted: dict[int, Group]
    ) -> None:
        self._reading = reading
        self._grouping = grouping
        self._lexicon = lexicon
        self._adopted = adopted
        self._words = _words(lexicon)
        self._last: Group | None = None
        self._last_in = -_MEMORY
        self._list_of: Group | None = None

    def in_clause(self, clause: Clause) -> Iterator[FoundDesignation]:
        """The counts that one sentence ties to a package."""
        tokens = clause.sentence.tokens
        for counted in self._listed(clause):
            group = self._package(clause, counted.count.first)
            if group is not None and not self._is_running(tokens, counted.count.first):
                yield self._found(clause, counted, group)
        packages = [
            group
            for mention in clause.mentions
            if (group := self._grouping.group_of(mention)) is not None and group.kind == "package"
        ]
        index = clause.sentence.index
        if packages or index in self._adopted:
            self._last, self._last_in = self._adopted.get(index) or packages[-1], index
        if tokens[-1].text == ":":
            self._list_of = self._last
        elif not self._opens_item(tokens):
            self._list_of = None

    @staticmethod
    def _opens_item(tokens: tuple[Token, ...]) -> bool:
        return not tokens[0].text[0].isalpha() or tokens[-1].text in (";", ",", ":")

    def _listed(self, clause: Clause) -> list[_Counted]:
        """The counts of a sentence that are listed, each with those that "and" joins to it."""
        counted = list(self._counted(clause))
        listed = [self._is_listed(clause, item) for item in counted]
        tokens = clause.sentence.tokens
        for at in range(1, len(counted)):
            follows = _goes_on(tokens, counted[at - 1].end, counted[at].count.first)
            listed[at] = listed[at] or (listed[at - 1] and follows)
        for at in range(len(counted) - 1, 0, -1):
            adjacent = counted[at].count.first - counted[at - 1].end <= 2
            listed[at - 1] = listed[at - 1] or (listed[at] and adjacent)
        return [item for item, is_listed in zip(counted, listed, strict=True) if is_listed]

    def _counted(self, clause: Clause) -> Iterator[_Counted]:
        tokens = clause.sentence.tokens
        for count in find_counts(clause, self._lexicon):
            types, end = self._types(tokens, count.end)
            if types:
                yield _Counted(count, _joint(types), end)

    def _types(self, tokens: tuple[Token, ...], start: int) -> tuple[list[DesignationType], int]:
        """What a number counts: "69 people", "33 Russian entities", "25 men and companies"."""
        types: list[DesignationType] = []
        position = end = start
        while position < min(len(tokens), start + _LONGEST_PHRASE):
            token = tokens[position]
            type_ = self._words.types.get(token.lower)
            if type_ is not None and not self._only_modifies(tokens, position):
                types.append(type_)
                end = position + 1
                if not self._joined_to(tokens, end):
                    break
            elif types and token.tag == "CD":
                break
            elif not self._goes_on(tokens, position, start):
                break
            position += 1
        return types, end

    def _only_modifies(self, tokens: tuple[Token, ...], position: int) -> bool:
        """ "Party officials' assets", "sanctions packages": another noun follows."""
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if following is None:
            return False
        if following.tag == "POS":
            return True
        return (
            following.tag == "NN"
            and following.text[0].islower()
            and not following.is_verb
            and (following.lower in self._words.types or tokens[position].lower == "sanctions")
        )

    @staticmethod
    def _joined_to(tokens: tuple[Token, ...], position: int) -> bool:
        """Whether "and" joins a second noun without a number of its own."""
        if position + 1 >= len(tokens) or tokens[position].lower not in ("and", "or"):
            return False
        return tokens[position + 1].tag in ("NN", "NNP", "JJ", "VBN")

    @staticmethod
    def _goes_on(tokens: tuple[Token, ...], position: int, start: int) -> bool:
        """Whether a word belongs to the phrase between a number and its noun."""
        token = tokens[position]
        if token.lower in ("of", "them", "more", "other"):
            return token.lower != "of" or position == start
        if token.tag == "PRPS":
            return tokens[position - 1].lower == "of"
        if token.tag == "CC" or token.text in ("-", '"'):
            return True
        return token.tag in _MODIFIERS and token.lower not in ("that", "this")

    def _package(self, clause: Clause, position: int) -> Group | None:
        """The package nearest before a count, else the sentence's, else the last spoken of."""
        here = [
            (mention, group)
            for mention in clause.mentions
            if (group := self._grouping.group_of(mention)) is not None and group.kind == "package"
        ]
        before = [group for mention, group in here if mention.first <= position]
        if here:
            return before[-1] if before else here[0][1]
        index = clause.sentence.index
        if index in self._adopted:
            return self._adopted[index]
        if self._list_of is not None:
            return self._list_of
        if clause.sentence.tokens[0].text in _BULLETS:
            return self._last
        return self._last if index - self._last_in < _MEMORY else None

    def _is_running(self, tokens: tuple[Token, ...], first: int) -> bool:
        """Whether a count is a running total: "bringing the total to 342"."""
        if any(t.lower in self._words.totals for t in tokens[max(0, first - _NEAR_TOTAL) : first]):
            return True
        if any(t.lower in self._words.so_far for t in tokens[max(0, first - _NEAR_NOW) : first]):
            return True
        earlier = {t.lower for t in tokens[:first]}
        return "since" in earlier and bool(earlier & {"has", "have"})

    def _is_listed(self, clause: Clause, counted: _Counted) -> bool:
        """Whether the words around a count say that what it counts is sanctioned."""
        tokens = clause.sentence.tokens
        if self._undergoes(clause, counted.end):
            return True
        link = _link(tokens, counted.count.first, self._words.always_verbs)
        if link < 0:
            return self._list_of is not None or counted.type == "target"
        token = tokens[link]
        if token.lemma == "be":
            # "Among those designated are 16 officials"
            return any(t.lemma in self._words.verbs for t in tokens[max(0, link - 4) : link])
        if token.is_verb or token.lower in self._words.always_verbs:
            return token.lemma in self._words.verbs or token.lower in self._words.always_verbs
        if token.text in _BULLETS:
            return link == 0 or self._list_of is not None
        if token.lower not in self._words.prepositions or is_dated(clause, tokens[link + 1]):
            return False
        reach = 0 if token.lower in ("on", "against") else max(0, link - 5)
        before = tokens[reach:link]
        nouns = any(t.lower in self._words.nouns for t in before)
        verbs = any(t.is_verb and t.lemma in self._words.verbs for t in before)
        return nouns or (verbs and token.lower != "of") or token.lower == "targeting"

    def _undergoes(self, clause: Clause, end: int) -> bool:
        """ "Eleven people will be listed", "100 officials are subject to visa bans"."""
        following = next((g for g in clause.groups if g.head >= end), None)
        if following is None or following.first - end > 3:
            return False
        tokens = clause.sentence.tokens
        after = tokens[following.head + 1] if following.head + 1 < len(tokens) else None
        if following.lemma in ("be", "become") and after is not None and after.lower == "subject":
            return True
        if following.lemma not in self._words.verbs:
            return False
        # "Entities sanctioned on Thursday", "individuals added to the list"
        reduced = following.first == end and (
            after is None or after.tag in ("IN", "TO", "RB", "NNP", ".")
        )
        return reduced or following.passive or following.lemma in ("face", "lose")

    def _found(self, clause: Clause, counted: _Counted, group: Group) -> FoundDesignation:
        start, end = clause.sentence.start, clause.sentence.end
        return FoundDesignation(
            group,
            Designation(
                quote=self._reading.text[start:end],
                start=start,
                end=end,
                found_by="count",
                type=counted.type,
                count=counted.count.value,
                comparator=counted.count.comparator,
            ),
        )


def _joint(types: list[DesignationType]) -> DesignationType:
    """The type of several nouns under one number: people and entities are targets."""
    kinds = set(types)
    if len(kinds) == 1:
        return types[0]
    return "entity" if kinds == {"bank", "entity"} else "target"


def _link(tokens: tuple[Token, ...], first: int, always_verbs: frozenset[str]) -> int:
    """Position of the verb, preposition or mark that governs a count, -1 without one."""
    for position in range(first - 1, max(-1, first - _LONGEST_LINK), -1):
        token = tokens[position]
        plain = token.tag in ("NN", "NNP", "JJ", "DT", "CD", "CC", "PRPS", "POS", "RB")
        attributive = token.lower.endswith("ed") and position and tokens[position - 1].tag == "DT"
        if (token.lower in always_verbs and not attributive) or not (
            plain or token.text in (",", "(", ")")
        ):
            return position
    return -1


def _goes_on(tokens: tuple[Token, ...], end: int, first: int) -> bool:
    """Whether a count follows one that is listed: "69 people, among them ..., and 47 firms"."""
    between = tokens[end:first]
    together = len(between) > 1 and between[-1].lower == "with" and between[-2].lower == "together"
    return together or (
        len(between) <= _LONGEST_PAUSE and not any(t.is_verb or t.tag == "WH" for t in between)
    )


def _distinct(found: list[FoundDesignation]) -> list[FoundDesignation]:
    """One entry a package, type and number, without rough forms of exact numbers."""
    kept: dict[tuple[int, str, int], FoundDesignation] = {}
    exact: dict[tuple[int, str], set[int]] = {}
    for item in found:
        row = item.designation
        kept.setdefault((id(item.group), row.type, row.count), item)
        if row.comparator == "=":
            exact.setdefault((id(item.group), row.type), set()).add(row.count)
    return [
        item
        for item in kept.values()
        if not is_rough_form(
            item.designation.count,
            item.designation.comparator,
            exact.get((id(item.group), item.designation.type), ()),
        )
    ]
