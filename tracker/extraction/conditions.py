"""Conditions: the if-clauses of a sentence, and what stands inside them."""

from dataclasses import dataclass

from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

# "Asked if", "it is unclear if": no condition but a question.
_ASKING = frozenset(
    {"as", "even", "asked", "ask", "see", "wondered", "wonder", "unclear", "clear", "know"}
)
_CLOSING = frozenset({",", ";", ".", '"', "?", "!"})
_SUBJECTS = frozenset({"NNP", "DT", "PRP", "NN"})


@dataclass(frozen=True, slots=True)
class Condition:
    """Where a condition stands: offsets of its first character and after its last."""

    start: int
    end: int


def find_condition(clause: Clause, position: int) -> Condition | None:
    """The condition nearest to a predicate in its sentence, if the predicate is not inside it."""
    opening = min(_openings(clause), key=lambda at: abs(at - position), default=None)
    if opening is None:
        return None
    end = _end(clause, opening)
    if opening <= position < end:
        return None
    tokens = clause.sentence.tokens
    return Condition(tokens[opening].start, tokens[end - 1].end)


def inside_condition(clause: Clause, position: int) -> bool:
    """Whether a predicate stands inside an if-clause, and so is hardly a claim of its own."""
    return any(opening <= position < _end(clause, opening) for opening in _openings(clause))


def _openings(clause: Clause) -> list[int]:
    tokens = clause.sentence.tokens
    return [p for p, token in enumerate(tokens) if _opens(tokens, p, token.lower)]


def _opens(tokens: tuple[Token, ...], position: int, word: str) -> bool:
    before = tokens[position - 1] if position else None
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if word in ("if", "unless"):
        return before is None or before.lower not in _ASKING
    if following is None:
        return False
    if word == "provided":
        return following.lower == "that"
    # "Should Russia refuse": an inversion at the clause's start
    starts = before is None or before.text in (",", '"')
    return word == "should" and starts and following.tag in _SUBJECTS


def _end(clause: Clause, opening: int) -> int:
    """Position after a condition: the comma that closes it, or the sentence's end."""
    tokens = clause.sentence.tokens
    verb = next((g.head for g in clause.groups if g.first > opening), opening)
    after = range(verb + 1, len(tokens))
    return next((p for p in after if tokens[p].text in _CLOSING), len(tokens))
