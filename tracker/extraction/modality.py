"""How far a clause vouches for its predicate: actual, planned, possible, negated..."""

from typing import cast

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import Modality

_ORDER = {
    "actual": 0,
    "planned": 1,
    "expected": 2,
    "possible": 3,
    "conditional": 4,
    "negated": 5,
}


def strongest(*modalities: Modality) -> Modality:
    """The one that holds where several fit: the later in the guidelines' list."""
    return max(modalities, key=lambda m: _ORDER[m])


def modality_of_group(clause: Clause, index: int, lexicon: Lexicon) -> Modality | None:
    """Modality of a verb group with all that governs it; None where nothing is claimed."""
    found: list[Modality] = ["actual"]
    seen: set[int] = set()
    current: int | None = index
    inner: VerbGroup | None = None
    while current is not None and current not in seen:
        seen.add(current)
        group = clause.groups[current]
        own = _own(clause, group, current == index, lexicon)
        if own is None:
            return None
        if own == "negated" and inner is not None and not _denies(clause, group, inner, lexicon):
            own = "possible"
        found.append(own)
        found.extend(_from_governor(clause, group, lexicon))
        inner = group
        current = group.governor
    if _is_question(clause) or _is_urged(clause, clause.groups[index]):
        found.append("possible")
    return strongest(*found)


def _denies(clause: Clause, governor: VerbGroup, inner: VerbGroup, lexicon: Lexicon) -> bool:
    """Whether a denied verb denies what it governs; "has not said whether he will" does not."""
    if governor.lemma not in lexicon.embedding_verbs or inner.form == "infinitive":
        return True
    between = clause.sentence.tokens[governor.head + 1 : inner.first]
    return not any(t.lower in ("whether", "if", "when", "how") for t in between)


def _own(  # noqa: C901, PLR0911 - a case a line, in the order in which they decide
    clause: Clause, group: VerbGroup, innermost: bool, lexicon: Lexicon
) -> Modality | None:
    tokens = clause.sentence.tokens
    if group.form == "infinitive" and group.first and tokens[group.first - 1].lower == "enough":
        return None  # "enough to break a filibuster" tells what could be done, not what was
    if group.negated or _has_yet_to(tokens, group):
        return "negated"
    if group.modal is not None:
        kind = lexicon.modals.get(group.modal)
        if kind == "hypothetical":
            return "planned" if _reported(clause, lexicon) else "possible"
        if kind is not None:
            return _as_modality(kind)
    if group.progressive and group.lemma in _ARRIVING and not group.past:
        return "planned"  # "new sanctions are coming"
    if not innermost or group.governor is not None or group.governor_noun is not None:
        return "actual"
    if group.form == "infinitive":
        # "EU to impose sanctions": headlines tell the future so
        return "planned" if clause.sentence.headline else "possible"
    if group.form == "gerund":
        return _free_gerund(clause, group, lexicon)
    if group.form == "bare" and group.first == _first_word(tokens):
        return "possible"  # an imperative: "Pass the bill"
    return "actual"


_ARRIVING = frozenset({"come", "follow", "head"})
_FACTUAL_PREPOSITIONS = frozenset(
    [
        "after",
        "since",
        "following",
        "for",
        "upon",
        "in",
        "with",
        "despite",
        "on",
        "amid",
        "through",
        "when",
        "while",
        "and",
    ]
)


def _free_gerund(clause: Clause, group: VerbGroup, lexicon: Lexicon) -> Modality | None:
    """A gerund that no verb governs: "after signing" tells a fact, "by repealing" nothing.

    At a sentence's start it is a fact in a list of deeds ("Introducing the X Act").
    """
    tokens = clause.sentence.tokens
    before = tokens[group.first - 1] if group.first else None
    if before is None and group.lemma in lexicon.sponsorship["sponsor"]:
        return "actual"
    if before is None or before.tag == ".":
        leads = before is None or before.text in ("-", "•", "*")
        followed = any(
            g.form == "finite" and g.first > group.head and not clause.in_phrase(g.first)
            for g in clause.groups
        )
        return (
            "actual"
            if (leads and not followed) or (before is not None and before.text == ",")
            else None
        )
    return "actual" if before.lower in _FACTUAL_PREPOSITIONS or before.is_verb else None


def _first_word(tokens: tuple[Token, ...]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag != "."), 0)


def _is_question(clause: Clause) -> bool:
    return any(t.text == "?" for t in clause.sentence.tokens[-2:])


def _is_urged(clause: Clause, group: VerbGroup) -> bool:
    """Whether an adjective asks for it: "it is critical that we pass"."""
    tokens = clause.sentence.tokens
    for position in range(group.first - 1, max(-1, group.first - 7), -1):
        token = tokens[position]
        if token.lower in ("that", "for") and position:
            return tokens[position - 1].lower in _URGENT
        if token.is_verb or token.tag == ".":
            return False
    return False


_URGENT = frozenset(
    [
        "critical",
        "vital",
        "important",
        "essential",
        "crucial",
        "imperative",
        "time",
        "urgent",
        "necessary",
        "paramount",
    ]
)


def _has_yet_to(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    return group.form == "infinitive" and any(
        t.lower == "yet" for t in tokens[max(0, group.first - 2) : group.first]
    )


def _reported(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether "would" is the future as told in the past: "said it would"."""
    return any(g.lemma in lexicon.embedding_verbs and g.past for g in clause.groups)


def _from_governor(clause: Clause, group: VerbGroup, lexicon: Lexicon) -> list[Modality]:
    tokens = clause.sentence.tokens
    if group.governor_noun is not None:
        word = tokens[group.governor_noun].lower
        kind = lexicon.control_nouns.get(word) or lexicon.control_adjectives.get(word)
        return [_as_modality(kind)] if kind and kind != "transparent" else []
    if group.governor is None:
        return []
    governor = clause.groups[group.governor]
    kind = _kind_of_verb(tokens, governor, lexicon)
    if governor.lemma == "be" and group.form == "infinitive" and group.first - governor.head == 1:
        kind = "planned"
    if kind is None or kind == "transparent":
        return []
    if kind == "negated" and governor.negated:
        return []
    return [_as_modality(kind)]


def _kind_of_verb(tokens: tuple[Token, ...], group: VerbGroup, lexicon: Lexicon) -> str | None:
    """What a verb, with the word after it, does to the certainty of what it governs."""
    following = tokens[group.head + 1].lower if group.head + 1 < len(tokens) else ""
    phrasal = lexicon.phrasal_verbs.get((group.lemma, following))
    return phrasal or lexicon.governing_verbs.get(group.lemma)


# A noun after these is a fact to what the verb says: "after the passage", "through passage of".
_FACTUAL_LINKS = frozenset(
    [
        "after",
        "following",
        "since",
        "through",
        "with",
        "despite",
        "amid",
        "upon",
        "because",
        "from",
        "during",
        "by",
        "and",
    ]
)


def modality_of_noun(clause: Clause, position: int, lexicon: Lexicon) -> Modality:
    """Modality of a nominal predicate from the noun or verb that governs it."""
    return (
        _from_words_before(clause, position, lexicon)
        or _from_verb_before(clause, position, lexicon)
        or _from_verb_after(clause, position, lexicon)
        or "actual"
    )


_NEAR_WORDS, _NEAR_VERB = 5, 8
# "Close to a deal on the bill", "on the verge of its passage".
_NEARING = frozenset({"close", "closer", "verge", "cusp", "brink", "nearing"})


def _from_words_before(clause: Clause, position: int, lexicon: Lexicon) -> Modality | None:
    """The noun or "no" that governs it: "a threat of sanctions", "no vote on the bill"."""
    tokens = clause.sentence.tokens
    for token in reversed(tokens[max(0, position - _NEAR_WORDS) : position]):
        if token.lower in _NEARING:
            return "expected"
        if token.is_verb or token.tag == "." or token.lower in _FACTUAL_LINKS:
            return None
        if token.lower in lexicon.control_nouns:
            return _as_modality(lexicon.control_nouns[token.lower])
        if token.lower in ("no", "without"):
            return "negated"
    return None


def _from_verb_before(clause: Clause, position: int, lexicon: Lexicon) -> Modality | None:
    """The verb whose object the noun is: "urged passage of the bill"."""
    before = [i for i, g in enumerate(clause.groups) if g.head < position]
    if not before or position - clause.groups[before[-1]].head > _NEAR_VERB:
        return None
    group = clause.groups[before[-1]]
    between = clause.sentence.tokens[group.head : position]
    if any(t.lower in _FACTUAL_LINKS for t in between):
        return None
    chain = modality_of_group(clause, before[-1], lexicon) or "possible"
    kind = _kind_of_verb(clause.sentence.tokens, group, lexicon)
    if kind is None or kind == "transparent":
        return chain
    return strongest(chain, _as_modality(kind))


def _from_verb_after(clause: Clause, position: int, lexicon: Lexicon) -> Modality | None:
    """The verb whose subject the noun is: "passage is expected"."""
    index = next((i for i, g in enumerate(clause.groups) if g.head > position), None)
    if index is None or clause.groups[index].first - position > _NEAR_VERB:
        return None
    group = clause.groups[index]
    chain = modality_of_group(clause, index, lexicon)
    if chain is not None and chain != "actual":
        return chain
    kind = lexicon.governing_verbs.get(group.lemma) if group.passive else None
    return _as_modality(kind) if kind and kind != "transparent" else None


def _as_modality(kind: str) -> Modality:
    return cast("Modality", kind)
