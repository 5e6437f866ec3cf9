"""What a number counts, and whether the words around it say that those are sanctioned."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.counts import Count, find_counts, is_dated
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import DesignationType

_TYPES: tuple[DesignationType, ...] = get_args(DesignationType)
_LONGEST_PHRASE, _LONGEST_LINK, _LONGEST_PAUSE = 9, 30, 8
_NEAR_TOTAL, _NEAR_NOW, _NEAR = 16, 5, 5
_LONGEST_ASIDE = 20
_BULLETS = frozenset({":", "-", "*", "•"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_MODIFIERS = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "VBD", "POS", "RB", "DT", "CC"})
_LINKED = frozenset({"NN", "NNP", "JJ", "DT", "CD", "CC", "PRPS", "POS", "RB"})
# What adds a noun to those before it, as "and" does.
_JOINING = (
    ("as", "well", "as"),
    ("in", "addition", "to"),
    ("along", "with"),
    ("together", "with"),
    ("plus",),
)
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
    suffering: frozenset[str]
    nouns: frozenset[str]
    listings: frozenset[str]
    prepositions: frozenset[str]
    totals: frozenset[str]
    growth: frozenset[str]
    reaching: frozenset[str]
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
    for at, (item, is_listed) in enumerate(zip(counted, listed, strict=True)):
        part = at > 0 and _is_part_of(tokens, counted[at - 1], item)
        if is_listed and not part and not _is_running(clause, item, words):
            yield item


def _is_part_of(tokens: Tokens, whole: Counted, item: Counted) -> bool:
    """Whether a count singles out some of the one before: "24 people, including two generals"."""
    between = {t.lower for t in tokens[whole.end : item.count.first]}
    return item.type == whole.type and "including" in between


def _counted(clause: Clause, lexicon: Lexicon, words: _Words) -> Iterator[Counted]:
    tokens = clause.sentence.tokens
    for count in find_counts(clause, lexicon):
        types, end = _types(tokens, count.end, words)
        if types and not _is_part_of_known(tokens, count.end):
            yield Counted(count, _joint(types), end)


def _is_part_of_known(tokens: Tokens, position: int) -> bool:
    """Whether some of what is known already are meant: "three of the firms"."""
    following = [t.lower for t in tokens[position : position + 2]]
    return following[:1] == ["of"] and following[1:] in (["the"], ["those"], ["these"])


def _types(tokens: Tokens, start: int, words: _Words) -> tuple[list[DesignationType], int]:
    """What a number counts: "69 people", "33 Russian entities", "25 men and companies"."""
    types: list[DesignationType] = []
    end = start
    for position in range(start, min(len(tokens), start + _LONGEST_PHRASE)):
        type_ = words.types.get(tokens[position].lower)
        if type_ is not None and not _only_modifies(tokens, position, words):
            types.append(type_)
            end = position + 1
            if type_ == "target" and _of_what(tokens, end, words):
                types, end = [words.types[tokens[end + 1].lower]], end + 2
            if not _joins_noun(tokens, end):
                break
        elif not _is_inside(tokens, position, start):
            break
    return types, end


def _of_what(tokens: Tokens, position: int, words: _Words) -> bool:
    """Whether "of" and what is listed follow: "105 listings of ships"."""
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    return following in words.types and tokens[position].lower == "of"


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
    """Whether a noun, verb, preposition or mark says that what is counted is sanctioned."""
    tokens = clause.sentence.tokens
    if _undergoes(clause, item.end, words) or _is_listing(tokens, item, words):
        return True
    if _precedes(tokens, item.count.first, words) or _is_put_under(tokens, item.end, words):
        return True
    link = _link(tokens, item.count.first, words)
    if link < 0:
        return in_list or item.type == "target"
    if tokens[link].text in _BULLETS:
        return link == 0 or in_list
    return _governs(clause, link, words)


def _governs(clause: Clause, link: int, words: _Words) -> bool:
    """Whether the word that governs a count tells of its being sanctioned."""
    tokens = clause.sentence.tokens
    token = tokens[link]
    if token.lower in words.prepositions:
        return not is_dated(clause, tokens[link + 1]) and _ties(clause, link, words)
    if token.lemma == "be":
        # "Among those designated are 16 officials"
        return any(t.lemma in words.verbs for t in tokens[max(0, link - _NEAR) : link])
    return token.lower in words.always_verbs or (token.is_verb and token.lemma in words.verbs)


def _is_listing(tokens: Tokens, item: Counted, words: _Words) -> bool:
    """Whether the noun itself says so: "55 new designations", "105 listings of ships"."""
    return any(t.lower in words.listings for t in tokens[item.count.end : item.end])


def _is_put_under(tokens: Tokens, end: int, words: _Words) -> bool:
    """Whether what follows says what befalls them: "brings 53 firms under export restrictions"."""
    following = [t.lower for t in tokens[end : end + _NEAR]]
    if following[:1] == ["as"]:
        return "blocked" in following
    return following[:1] == ["under"] and not words.nouns.isdisjoint(following)


def _precedes(tokens: Tokens, first: int, words: _Words) -> bool:
    """Whether a form of a listing verb stands right before the number, noun though it may look.

    No noun does: in "an annex lists 16 firms", "and ban 73 ships" the form can only be a verb.
    """
    before = tokens[first - 1] if first else None
    if before is None or before.lower in words.nouns - {"lists", "names"}:
        return False
    return before.lemma in words.verbs and before.lower[-3:] not in ("ing", "ion")


def _ties(clause: Clause, link: int, words: _Words) -> bool:
    """Whether a preposition ties what follows to sanctions: "sanctions ... on", "fleet of"."""
    tokens = clause.sentence.tokens
    word = tokens[link].lower
    before = tokens[0 if word in ("on", "against") else max(0, link - _NEAR) : link]
    if word == "targeting" or any(t.lower in words.nouns for t in before):
        return True
    if word != "of":
        return any(t.is_verb and t.lemma in words.verbs for t in before)
    # "Sanctioned a network of 13 tankers"
    if not link or words.types.get(tokens[link - 1].lower) is None:
        return False
    owner = _link(tokens, link, words)
    return owner >= 0 and tokens[owner].lower != "of" and _governs(clause, owner, words)


def _undergoes(clause: Clause, end: int, words: _Words) -> bool:
    """Whether what is counted is the subject: "eleven people will be listed", "are subject to"."""
    tokens = clause.sentence.tokens
    if _faces(tokens, end, words):
        return True
    for group in clause.groups:
        if group.head < end:
            continue
        if group.first - end > _LONGEST_ASIDE:
            return False
        relative = _relative_at(tokens, end, group.first)
        if (relative is None or relative <= end + 1) and _is_done_to(clause, group, end, words):
            return True
        # "29 people linked to the network, who deny it, were listed"
        if relative is None and group.form == "finite" and not _is_reduced(tokens, group, end):
            return False
        end = max(end, group.head)
    return False


def _relative_at(tokens: Tokens, start: int, stop: int) -> int | None:
    """Position of the word that opens a relative clause between two positions."""
    return next((p for p in range(start, stop) if tokens[p].lower in _RELATIVES), None)


def _faces(tokens: Tokens, end: int, words: _Words) -> bool:
    """Whether "face" or "lose" follows, noun though it may look: "48 people face asset freezes"."""
    position = end + (end < len(tokens) and tokens[end].tag in ("RB", "MD"))
    return position < len(tokens) and tokens[position].lemma in words.suffering


def _is_done_to(clause: Clause, group: VerbGroup, end: int, words: _Words) -> bool:
    """Whether a verb tells of the listing of its subject."""
    tokens = clause.sentence.tokens
    after = tokens[group.head + 1 : group.head + 2]
    if group.lemma in ("be", "become"):
        return any(t.lower == "subject" for t in after)
    if group.lemma in words.suffering:
        return True
    whole = group.passive and group.form != "participle"
    return (whole or _is_reduced(tokens, group, end)) and group.lemma in words.verbs


def _is_reduced(tokens: Tokens, group: VerbGroup, end: int) -> bool:
    """Whether a past form is a participle: "entities sanctioned on Thursday"."""
    after = tokens[group.head + 1 : group.head + 2]
    return group.first == end and all(t.tag in ("IN", "TO", "RB", "NNP", ".") for t in after)


def _link(tokens: Tokens, first: int, words: _Words) -> int:
    """Position of the verb, preposition or mark that governs a count, -1 without one."""
    inside = 0
    for position in range(first - 1, max(-1, first - _LONGEST_LINK), -1):
        token = tokens[position]
        if inside:
            inside -= 1
            continue
        inside = _joining(tokens, position)
        if inside:
            inside -= 1
            continue
        attributive = token.lower.endswith("ed") and position and tokens[position - 1].tag == "DT"
        if token.lower in words.always_verbs and not attributive:
            return position
        if not (token.tag in _LINKED or token.text in (",", "(", ")")):
            return position
    return -1


def _joining(tokens: Tokens, position: int) -> int:
    """How many words up to a position only add a noun to others, as "as well as" does."""
    words = tuple(t.lower for t in tokens[max(0, position - 2) : position + 1])
    return next((len(phrase) for phrase in _JOINING if words[-len(phrase) :] == phrase), 0)


def _goes_on(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a count follows one that is listed: "116 additions, 69 of them persons"."""
    between = tokens[end:first]
    together = len(between) > 1 and between[-1].lower == "with" and between[-2].lower == "together"
    return together or (
        len(between) <= _LONGEST_PAUSE and not any(t.is_verb or t.tag == "WH" for t in between)
    )


def _is_running(clause: Clause, item: Counted, words: _Words) -> bool:
    """Whether a count is a running total: "bringing the total to 342"."""
    tokens = clause.sentence.tokens
    first = item.count.first
    near = range(max(0, first - _NEAR_TOTAL), first)
    if any(tokens[p].lower in words.so_far for p in near[-_NEAR_NOW:]):
        return True
    if any(tokens[p].lower in words.totals and not _is_plain_sum(tokens, p) for p in near):
        return True
    # "Bringing the number of listed ships to 342"
    grown = next((p for p in near if tokens[p].lower in words.growth), first)
    if any(t.lower in words.reaching for t in tokens[grown + 1 : first]):
        return True
    perfect = any(t.lower in ("has", "have") for t in tokens[:first])
    earlier = any(t.lower == "since" for t in tokens[: item.end + _NEAR])
    return perfect and earlier


def _is_plain_sum(tokens: Tokens, position: int) -> bool:
    """Whether "total" only sums up what is told: "In total, 22 people", "A total of 15 firms"."""
    opener = tokens[position - 1].lower if position else ""
    if tokens[position].lower == "total" and opener not in ("in", "a"):
        return False
    before = tokens[position - 2].lower if position > 1 else ""
    standing = any(t.lower in ("are", "is", "have", "has") for t in tokens[position:])
    return before not in ("to", "for", "at", "of") and not standing
