"""Which predicate is said of which mention: verbs and their nouns with their arguments."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.agents import agent_range, is_legislative, leading_places
from tracker.extraction.arguments import (
    joined_measure,
    nearest_measure,
    noun_arguments,
    verb_arguments,
)
from tracker.extraction.lexicon import Lexicon, Predicate
from tracker.extraction.matching import matched
from tracker.extraction.objects import oblique_object
from tracker.extraction.occurrences import Argument, Occurrence
from tracker.extraction.reading import Clause

# So many predicates before may hold a word as a part of theirs.
_LONGER = 4
_ACT = Predicate(
    name="sanction",
    words=("sanction",),
    nominal=False,
    role="act",
    bill=None,
    package="adopted",
    modality=None,
    telling=True,
)


def find_all(clauses: tuple[Clause, ...], lexicon: Lexicon) -> tuple[tuple[Occurrence, ...], ...]:
    """The predicates of each clause; "they" who act are the subject of the sentence before."""
    found: list[tuple[Occurrence, ...]] = []
    for index, clause in enumerate(clauses):
        before = clauses[index - 1] if index else None
        found.append(
            tuple(_with_antecedent(o, clause, before) for o in find_occurrences(clause, lexicon))
        )
    return tuple(found)


def _with_antecedent(occurrence: Occurrence, clause: Clause, before: Clause | None) -> Occurrence:
    """The occurrence with the agents that a pronoun in its subject stands for."""
    if occurrence.agents or before is None:
        return occurrence
    low, high = agent_range(clause, occurrence.group, occurrence.position, occurrence.end)
    if not any(t.lower == "they" for t in clause.sentence.tokens[low:high]):
        return occurrence
    return replace(occurrence, agents=leading_places(before))


def find_occurrences(clause: Clause, lexicon: Lexicon) -> tuple[Occurrence, ...]:
    """Every predicate of the clause that has a measure as its argument.

    A verb or noun is one predicate for bills and one for packages: the longest that fits.
    """
    found: list[Occurrence] = [*_acts(clause), *_attributes(clause, lexicon)]
    for index, group in enumerate(clause.groups):
        for predicate, end, kinds in _fitting(clause, group.head, group.lemma, False, lexicon):
            arguments = verb_arguments(clause, index, end, predicate) or nearest_measure(
                clause, group.head, end, predicate
            )
            if arguments and not _inside_longer(clause, group.head, kinds, found):
                found.append(
                    _occurrence(clause, predicate, index, group.head, end, arguments, kinds)
                )
    for position, token in enumerate(clause.sentence.tokens):
        if token.tag not in ("NN", "NNP"):
            continue
        for predicate, end, kinds in _fitting(clause, position, token.lower, True, lexicon):
            if predicate.role == "joined":
                arguments = joined_measure(clause, position, end)
            else:
                arguments = noun_arguments(clause, position, end) or nearest_measure(
                    clause, position, end, predicate
                )
            if arguments and not _inside_longer(clause, position, kinds, found):
                found.append(_occurrence(clause, predicate, None, position, end, arguments, kinds))
    return tuple(found)


def _acts(clause: Clause) -> Iterator[Occurrence]:
    """Verbs of sanctioning: each is a predicate about the act that it tells."""
    for mention in clause.mentions:
        if mention.act:
            index = next(i for i, g in enumerate(clause.groups) if g.head == mention.head)
            argument = Argument(mention, mention.head, "act")
            yield Occurrence(
                _ACT,
                index,
                mention.head,
                mention.head + 1,
                (argument,),
                frozenset({"package"}),
                mention.makers,
                False,
            )


def _attributes(clause: Clause, lexicon: Lexicon) -> Iterator[Occurrence]:
    """Participles before the noun: "a stalled bill", "reimposed sanctions"."""
    for mention in clause.nouns:
        if mention.title is not None:
            continue
        for position in range(mention.first, mention.head):
            word = clause.sentence.tokens[position].lower
            lemma, tags = lexicon.verb_forms.get(word.rpartition("-")[2], ("", frozenset()))
            if "VBN" not in tags:
                continue
            for predicate, end, kinds in _fitting(clause, position, lemma, False, lexicon):
                if len(predicate.words) == 1 and mention.kind in kinds:
                    argument = Argument(mention, mention.head, "attribute")
                    yield Occurrence(predicate, None, position, end, (argument,), kinds, (), False)


def _occurrence(
    clause: Clause,
    predicate: Predicate,
    group: int | None,
    position: int,
    end: int,
    arguments: tuple[Argument, ...],
    kinds: frozenset[str],
) -> Occurrence:
    low, high = agent_range(clause, group, position, end)
    agents = tuple(
        dict.fromkeys(
            place.code
            for place in clause.places
            if low <= clause.position(place.start) < high
            and not _in_argument(arguments, clause.position(place.start))
        )
    )
    legislative = is_legislative(clause, low, high, position)
    return Occurrence(predicate, group, position, end, arguments, kinds, agents, legislative)


def _in_argument(arguments: tuple[Argument, ...], position: int) -> bool:
    return any(
        a.mention is not None and a.mention.first <= position < a.mention.end for a in arguments
    )


def _inside_longer(
    clause: Clause, position: int, kinds: frozenset[str], found: list[Occurrence]
) -> bool:
    """Whether a word is part of a longer predicate: "approve" in "voted to approve"."""
    token = clause.sentence.tokens[position]
    return any(
        o.position < position < o.end
        and kinds <= o.kinds
        and (token.lemma in o.predicate.words[1:] or token.lower in o.predicate.words[1:])
        for o in found[-_LONGER:]
    )


def _fitting(
    clause: Clause, position: int, word: str, nominal: bool, lexicon: Lexicon
) -> Iterator[tuple[Predicate, int, frozenset[str]]]:
    """Predicates that a word opens, each with its end and the kinds of measure it is for."""
    open_kinds = {"bill", "package"}
    for predicate in lexicon.predicates.get(word, ()):
        if predicate.nominal != nominal:
            continue
        kinds = frozenset(
            kind
            for kind, status in (("bill", predicate.bill), ("package", predicate.package))
            if status is not None and kind in open_kinds
        )
        end = matched(clause.sentence.tokens, position, predicate) if kinds else None
        if (
            end is not None
            and predicate.role == "oblique"
            and not oblique_object(clause, position, end)
        ):
            continue
        if (
            end is not None
            and predicate.role == "joined"
            and not joined_measure(clause, position, end)
        ):
            continue
        if end is not None:
            open_kinds -= kinds
            yield predicate, end, kinds


def opens_predicate(
    clause: Clause, position: int, word: str, names: frozenset[str], lexicon: Lexicon
) -> bool:
    """Whether a verb with its further words is a predicate of one of these names."""
    return any(
        predicate.name in names
        for predicate, _, _ in _fitting(clause, position, word, False, lexicon)
    )
