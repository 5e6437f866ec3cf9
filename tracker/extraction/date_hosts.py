"""What a date of a sentence may belong to: verbs and nouns, the likeliest first.

A date belongs to the verb that it opens ("On Tuesday the House passed"), follows ("passed on
Tuesday") or stands before ("The House on Tuesday passed"), or to a noun beside it ("Tuesday's
vote").
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.dates import DateMention
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

# A verb by its number in the clause, a noun by its position, or a verb that a source tells of.
Owner = tuple[Literal["verb", "noun", "source"], int]

NOUN_REACH = 10
ADJUNCT_FORMS = frozenset({"participle", "gerund", "infinitive", "bare"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
MARKS = frozenset({";", ":", "\u2014", "*", "\u2022"})
_SUBORDINATORS = frozenset(
    {"since", "after", "when", "before", "while", "if", "as", "until", "because", "though"}
)
_OPENERS = _SUBORDINATORS | {"and", "but", "that", "although"}
# "In the wake of the attack on Oct. 7, he introduced": the date is not the verb's.
_BACKGROUND = frozenset(
    {"aftermath", "wake", "after", "following", "since", "despite", "amid", "because", "before"}
)
_TIME_WORDS = frozenset(
    {"on", "in", "at", "by", "for", "over", "since", "during", "of", "the", "until", "back"}
    | {"earlier", "later", "late", "early", "as", "soon"}
)
_HOURS = frozenset({"midnight", "noon", "midday", "dawn", "dusk", "sunrise", "sunset"})
_HOUR_LEADS = frozenset({"before", "after", "just", "shortly", "around", "past"})
_ADJUNCT_OPENERS = frozenset({"with", "in", "by", "at", "during", "on", "through"})
_COARSE = frozenset({"month", "month of year", "bare month", "period", "year"})
_SOURCE_REACH = 14
_RELATIVE_REACH = 7


def hosts(clause: Clause, mention: DateMention) -> list[Owner]:
    """What a date may belong to, the likeliest first."""
    found = _beside(clause, mention)
    return [*found, *(owner for owner in _wider(clause, mention) if owner not in found)]


def _beside(clause: Clause, mention: DateMention) -> list[Owner]:  # noqa: PLR0911 - a place a case
    """The verbs and nouns that a date stands before or behind."""
    tokens = clause.sentence.tokens
    first, end = clause.position(mention.start), clause.position(mention.end - 1) + 1
    after = [i for i, g in enumerate(clause.groups) if g.first >= end]
    if is_attribute(clause, mention):
        return _attribute_hosts(clause, first, end, after)
    first = _without_preposition(tokens, first)
    around = [i for i, g in enumerate(clause.groups) if g.first < first <= g.head]
    before = [i for i, g in enumerate(clause.groups) if g.head < first]
    if around:
        return _verbs(around[:1])
    if mention.form == "offset":
        return _verbs(_finite(clause, after))
    if sourced := _sourced(clause, before, first):
        return sourced
    if before and _closes_verb(tokens, clause.groups[before[-1]], first):
        return _behind(clause, first, end, before, after)
    if after and _is_fronted(tokens, first, end, bool(before)):
        return _verbs(_main_verb(clause, end, after))
    if after and _stands_before_verb(tokens, first, end, clause.groups[after[0]]):
        reduced = before and _is_reduced(clause.groups[before[-1]], first)
        return _verbs((after[0], *(_open_verbs(clause, before, first) if reduced else ())))
    return _behind(clause, first, end, before, after)


def _wider(clause: Clause, mention: DateMention) -> Iterator[Owner]:
    """Verbs that share a date from further off: "in 2017, when it became law"."""
    tokens = clause.sentence.tokens
    first, end = clause.position(mention.start), clause.position(mention.end - 1) + 1
    after = [i for i, g in enumerate(clause.groups) if g.first >= end]
    opening = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    if opening < len(tokens) and tokens[opening].lower == "when":
        yield from _verbs(list(_finite(clause, after))[:1])
    if mention.form in _COARSE and _without_preposition(tokens, first) == 0:
        # "Last June it became law, after both chambers had passed it"
        yield from _verbs(i for i in _finite(clause, after) if clause.groups[i].perfect)


def _attribute_hosts(clause: Clause, first: int, end: int, after: list[int]) -> list[Owner]:
    """The noun that a date stands before, and the verb that its phrase opens."""
    tokens = clause.sentence.tokens
    nouns: list[Owner] = [("noun", at) for at in range(end, min(end + 4, len(tokens)))]
    opens = tokens[0].lower in _ADJUNCT_OPENERS and first <= NOUN_REACH
    if not opens or any(g.head < first for g in clause.groups):
        return nouns
    # "With Tuesday's vote, the Senate passed"
    return [*nouns, *_verbs(_main_verb(clause, end, after))]


def _sourced(clause: Clause, before: list[int], first: int) -> list[Owner]:
    """The verbs that "according to a statement on Tuesday" is the source of."""
    tokens = clause.sentence.tokens
    for at in range(first - 2, max(0, first - _SOURCE_REACH), -1):
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to":
            told = [i for i in before if clause.groups[i].head < at]
            return [("source", i) for i in _open_verbs(clause, told, at)]
    return []


def _closes_verb(tokens: tuple[Token, ...], group: VerbGroup, first: int) -> bool:
    """Whether a date ends the clause of the verb before it, whatever verb comes after.

    "The bill that the Senate passed Thursday would", "which it sent to the House on Thursday".
    """
    between = tokens[group.head + 1 : first]
    if group.form not in ("finite", "participle") or any(t.text in ",;:" for t in between):
        return False
    if all(t.tag in ("RB", "RP", "IN", "TO") or t.lower == "law" for t in between):
        return True
    return _opens_relative(tokens, group)


def _opens_relative(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    """Whether a relative pronoun opens the clause of a verb."""
    for at in range(group.first - 1, max(0, group.first - _RELATIVE_REACH), -1):
        token = tokens[at]
        if token.is_verb or token.text in ",;:":
            return False
        if token.lower in RELATIVES:
            return not tokens[at - 1].is_verb
    return False


def _behind(
    clause: Clause, first: int, end: int, before: list[int], after: list[int]
) -> list[Owner]:
    """What a date may follow: the nearest verb, a noun beside it, verbs further off."""
    nearest = clause.groups[before[-1]].head if before else -1
    nouns: list[Owner] = [
        ("noun", at) for at in range(first - 1, max(nearest, first - NOUN_REACH), -1)
    ]
    if _in_background(clause, first):
        return nouns
    verbs = _verbs(_open_verbs(clause, before, first))
    if verbs and any(clause.groups[index].form not in ADJUNCT_FORMS for _, index in verbs):
        return [verbs[0], *nouns, *verbs[1:]]
    if verbs:
        # "In his last signing in 1963, the president approved"
        return [verbs[0], *nouns, *verbs[1:], *_verbs(_main_verb(clause, end, after))]
    if any(t.lower in _BACKGROUND for t in clause.sentence.tokens[:first]):
        return nouns
    return [*nouns, *_verbs(_main_verb(clause, end, after))]


def _in_background(clause: Clause, first: int) -> bool:
    """Whether a date stands in ", following a vote a day earlier": it is not the verb's."""
    tokens = clause.sentence.tokens
    for at in range(first - 1, max(0, first - NOUN_REACH), -1):
        if any(g.first <= at <= g.head and g.form == "finite" for g in clause.groups):
            return False
        if tokens[at].lower in ("after", "following") and tokens[at - 1].text == ",":
            return True
    return False


def _verbs(indices: Iterable[int]) -> list[Owner]:
    return [("verb", index) for index in indices]


def _without_preposition(tokens: tuple[Token, ...], first: int) -> int:
    while first and tokens[first - 1].lower in _TIME_WORDS:
        first -= 1
    if first and tokens[first - 1].lower in _HOURS:
        first -= 1
        while first and tokens[first - 1].lower in _HOUR_LEADS:
            first -= 1
    return first


def is_attribute(clause: Clause, mention: DateMention) -> bool:
    """Whether a date stands before the noun that it belongs to: "Tuesday's vote"."""
    tokens = clause.sentence.tokens
    end = clause.position(mention.end - 1) + 1
    if end >= len(tokens):
        return False
    if tokens[end].tag == "POS":
        return True
    first = clause.position(mention.start)
    determined = tokens[first].tag in ("DT", "PRPS", "POS") or (
        first > 0 and tokens[first - 1].tag in ("DT", "PRPS", "POS", "JJ")
    )
    return determined and tokens[end].tag in ("NN", "NNP", "JJ")


def _is_fronted(tokens: tuple[Token, ...], first: int, end: int, verb_before: bool) -> bool:
    """Whether a date opens its clause."""
    if first == 0:
        return True
    before = tokens[first - 1]
    if before.lower in _OPENERS or before.text in MARKS:
        return True
    if not verb_before and before.text in (",", '"', "-", ")"):
        return True
    if before.text == "," and first > 1 and tokens[first - 2].lower in _OPENERS:
        return True  # "after, in 2003, the legislature passed"
    opens = end < len(tokens) and tokens[end].tag in ("DT", "NNP", "PRP", "PRPS", "NN")
    return before.text in (",", '"') and opens


def _main_verb(clause: Clause, end: int, after: list[int]) -> Iterator[int]:
    """The finite verb of the clause that a date opens, dependent clauses passed over."""
    tokens = clause.sentence.tokens
    for index in _finite(clause, after):
        group = clause.groups[index]
        if _is_subordinate(tokens, end, group.first):
            end = group.head
        elif not _is_relative(tokens, group):
            yield index
            return


def _is_subordinate(tokens: tuple[Token, ...], start: int, verb: int) -> bool:
    """Whether a verb belongs to a dependent clause that opens after a position.

    Not after a comma: "known as the Foo Act, became", "after years of debate, Congress passed".
    """
    for at in range(verb - 1, start - 1, -1):
        if tokens[at].text == ",":
            return False
        if tokens[at].lower in _SUBORDINATORS:
            return True
    return False


def _finite(clause: Clause, indices: list[int]) -> Iterator[int]:
    return (index for index in indices if clause.groups[index].form not in ADJUNCT_FORMS)


def _is_relative(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    at = group.first - 1
    while at > 0 and tokens[at].tag in ("RB", "NEG"):
        at -= 1
    return at >= 0 and tokens[at].lower in RELATIVES


def _stands_before_verb(tokens: tuple[Token, ...], first: int, end: int, group: VerbGroup) -> bool:
    """Whether a finite verb follows the date: "The Senate on Tuesday passed"."""
    between = tokens[end : group.first]
    if group.form != "finite" or not all(t.tag == "RB" or t.text == "," for t in between):
        return False
    # "which was passed a month ago, was held up": the comma closes the clause of the date.
    enclosed = first > 0 and tokens[first - 1].text == ","
    return enclosed or not any(t.text == "," for t in between)


def _is_reduced(group: VerbGroup, first: int) -> bool:
    """Whether a participle before the date may have it: "imposed by the US Thursday"."""
    return group.form == "participle" and first - group.head <= 8


def _open_verbs(clause: Clause, before: list[int], first: int) -> Iterator[int]:
    """Verbs before a date that are not closed off from it, leftwards to the finite one."""
    tokens = clause.sentence.tokens
    right = first
    for index in reversed(before):
        group = clause.groups[index]
        between = tokens[group.head + 1 : right]
        if any(t.text in ";:" for t in between):
            return
        if _is_aside(tokens, group, first):
            continue
        yield index
        if group.form not in ADJUNCT_FORMS and not _is_attributive(clause, index):
            return
        right = group.first


def _is_attributive(clause: Clause, index: int) -> bool:
    """Whether a past form stands right behind another verb: "carrying concealed weapons"."""
    group = clause.groups[index]
    return index > 0 and group.first == group.head == clause.groups[index - 1].head + 1


def _is_aside(tokens: tuple[Token, ...], group: VerbGroup, first: int) -> bool:
    """Whether a verb stands in a relative clause between commas that ends before a date."""
    opening = group.first - 1
    while opening > 0 and tokens[opening].lower not in RELATIVES:
        if group.first - opening > 6:
            return False
        opening -= 1
    closed = any(t.text == "," for t in tokens[group.head + 1 : first])
    return closed and opening > 0 and tokens[opening - 1].text == ","
