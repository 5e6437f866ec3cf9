"""How far a clause vouches for its predicate: actual, planned, possible, negated..."""

from dataclasses import dataclass

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import MODALITIES, Modality

_ORDER = {
    "actual": 0,
    "planned": 1,
    "expected": 2,
    "possible": 3,
    "conditional": 4,
    "negated": 5,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition and their offsets."""

    text: str
    start: int
    end: int


def strongest(*modalities: Modality) -> Modality:
    """The one that holds where several fit: the later in the guidelines' list."""
    return max(modalities, key=lambda m: _ORDER[m])


def modality_of_group(clause: Clause, index: int, lexicon: Lexicon) -> Modality | None:
    """Modality of a verb group with all that governs it; None where nothing is claimed."""
    found: list[Modality] = ["actual"]
    seen: set[int] = set()
    current: int | None = index
    while current is not None and current not in seen:
        seen.add(current)
        group = clause.groups[current]
        own = _own(clause, group, current == index, lexicon)
        if own is None:
            return None
        found.append(own)
        found.extend(_from_governor(clause, group, lexicon))
        current = group.governor
    if _is_question(clause) or _is_urged(clause, clause.groups[index], lexicon):
        found.append("possible")
    return strongest(*found)


def _own(clause: Clause, group: VerbGroup, innermost: bool, lexicon: Lexicon) -> Modality | None:
    tokens = clause.sentence.tokens
    if group.form == "infinitive" and group.first and tokens[group.first - 1].lower == "enough":
        return None  # "enough to break a filibuster" tells what could be done, not what was
    if group.negated or _has_yet_to(tokens, group):
        return "negated"
    if group.modal is not None:
        kind = lexicon.modals.get(group.modal)
        if kind == "hypothetical":
            return "planned" if _reported(clause, group, lexicon) else "possible"
        if kind is not None:
            return _as_modality(kind)
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


_FACTUAL_PREPOSITIONS = frozenset(
    "after since following for upon in with despite on amid through when while and".split()
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
        return "actual" if leads and not followed or before is not None and before.text == "," else None
    return "actual" if before.lower in _FACTUAL_PREPOSITIONS or before.is_verb else None


def _first_word(tokens: tuple[Token, ...]) -> int:
    return next((i for i, t in enumerate(tokens) if t.tag != "."), 0)


def _is_question(clause: Clause) -> bool:
    return any(t.text == "?" for t in clause.sentence.tokens[-2:])


def _is_urged(clause: Clause, group: VerbGroup, lexicon: Lexicon) -> bool:
    """"It is critical that we pass", "time for Congress to pass": an adjective asks for it."""
    tokens = clause.sentence.tokens
    for position in range(group.first - 1, max(-1, group.first - 7), -1):
        token = tokens[position]
        if token.lower in ("that", "for") and position:
            return tokens[position - 1].lower in _URGENT
        if token.is_verb or token.tag == ".":
            return False
    return False


_URGENT = frozenset(
    "critical vital important essential crucial imperative time urgent necessary paramount".split()
)


def _has_yet_to(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    return group.form == "infinitive" and any(
        t.lower == "yet" for t in tokens[max(0, group.first - 2) : group.first]
    )


def _reported(clause: Clause, group: VerbGroup, lexicon: Lexicon) -> bool:
    """Whether "would" is the future as told in the past: "said it would"."""
    for other in clause.groups:
        if other.lemma in lexicon.embedding_verbs and other.past:
            return True
    return False


def _from_governor(clause: Clause, group: VerbGroup, lexicon: Lexicon) -> list[Modality]:
    tokens = clause.sentence.tokens
    if group.governor_noun is not None:
        word = tokens[group.governor_noun].lower
        kind = lexicon.control_nouns.get(word) or lexicon.control_adjectives.get(word)
        return [_as_modality(kind)] if kind and kind != "transparent" else []
    if group.governor is None:
        return []
    governor = clause.groups[group.governor]
    kind = lexicon.governing_verbs.get(governor.lemma)
    if governor.lemma == "be" and group.form == "infinitive" and group.first - governor.head == 1:
        kind = "planned"
    if kind is None or kind == "transparent":
        return []
    if kind == "negated" and governor.negated:
        return []
    return [_as_modality(kind)]


# A noun after these is a fact to what the verb says: "after the passage", "through passage of".
_FACTUAL_LINKS = frozenset(
    "after following since through with despite amid upon because from during by and".split()
)


def modality_of_noun(clause: Clause, position: int, lexicon: Lexicon) -> Modality:
    """Modality of a nominal predicate from the verb or noun that governs it."""
    tokens = clause.sentence.tokens
    for at in range(position - 1, max(-1, position - 6), -1):
        word = tokens[at].lower
        if tokens[at].is_verb or word in _FACTUAL_LINKS:
            break
        if word in lexicon.control_nouns:
            return _as_modality(lexicon.control_nouns[word])
        if word in ("no", "without"):
            return "negated"
        if tokens[at].tag == ".":
            break
    governing = [i for i, g in enumerate(clause.groups) if g.head < position]
    between = tokens[clause.groups[governing[-1]].head : position] if governing else ()
    linked = any(t.lower in _FACTUAL_LINKS for t in between)
    if governing and position - clause.groups[governing[-1]].head <= 8 and not linked:
        group = clause.groups[governing[-1]]
        kind = lexicon.governing_verbs.get(group.lemma)
        chain = modality_of_group(clause, governing[-1], lexicon) or "possible"
        if kind is None or kind == "transparent":
            return chain
        return strongest(chain, _as_modality(kind))
    following = [g for g in clause.groups if g.head > position]
    if following and following[0].first - position <= 8:
        chain = modality_of_group(clause, clause.groups.index(following[0]), lexicon)
        kind = lexicon.governing_verbs.get(following[0].lemma) if following[0].passive else None
        if chain is not None and chain != "actual":
            return chain
        if kind and kind != "transparent":
            return _as_modality(kind)
    return "actual"


def _as_modality(kind: str) -> Modality:
    for name in MODALITIES:
        if name == kind:
            return name  # type: ignore[return-value]
    raise ValueError(f"{kind} is no modality")


def find_condition(clause: Clause, group: VerbGroup | None, position: int) -> Condition | None:
    """The condition that the clause of a predicate hangs on, if one is told beside it."""
    tokens = clause.sentence.tokens
    opening = _condition_opening(tokens, position)
    if opening is None:
        return None
    end = _condition_end(clause, opening)
    if opening <= position < end:
        return None
    start_char, end_char = tokens[opening].start, tokens[end - 1].end
    return Condition("", start_char, end_char)


def inside_condition(clause: Clause, position: int) -> bool:
    """Whether a predicate stands inside an if-clause, and so is no claim of its own."""
    tokens = clause.sentence.tokens
    for opening in _openings(tokens):
        if opening <= position < _condition_end(clause, opening):
            return True
    return False


def _openings(tokens: tuple[Token, ...]) -> list[int]:
    found = []
    for position, token in enumerate(tokens):
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.lower in ("if", "unless") or token.lower == "provided" and following and following.lower == "that":
            if position and tokens[position - 1].lower in ("as", "even", "asked", "see", "wondered", "unclear", "clear", "know"):
                continue
            found.append(position)
        elif token.lower == "should" and following is not None and following.tag in ("NNP", "DT", "PRP", "NN"):
            if position == 0 or tokens[position - 1].text in (",", '"') or tokens[position - 1].tag in ("NN", "NNP"):
                if position == 0 or tokens[position - 1].text in (",", '"'):
                    found.append(position)
    return found


def _condition_opening(tokens: tuple[Token, ...], position: int) -> int | None:
    found = _openings(tokens)
    return min(found, key=lambda at: abs(at - position), default=None)


def _condition_end(clause: Clause, opening: int) -> int:
    """Position after a condition: the comma that closes it, or the sentence's end."""
    tokens = clause.sentence.tokens
    verbs = [g for g in clause.groups if g.first > opening]
    after = verbs[0].head if verbs else opening
    for position in range(after + 1, len(tokens)):
        if tokens[position].text in (",", ";") and not _list_comma(tokens, position):
            return position
        if tokens[position].text in (".", '"', "?", "!"):
            return position
    return len(tokens)


def _list_comma(tokens: tuple[Token, ...], position: int) -> bool:
    following = tokens[position + 1 : position + 3]
    return bool(following) and following[0].lower in ("and", "or") and False
