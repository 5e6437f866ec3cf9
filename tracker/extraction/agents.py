"""Who acts where a predicate is told: the words that name them, their places, legislatures."""

from itertools import pairwise

from tracker.extraction.reading import Clause
from tracker.extraction.subjects import shared_subject

_LAW_REACH = 14
_DECIDING = frozenset(
    {"agree", "decide", "vow", "pledge", "promise", "threaten", "announce", "say"}
)
_LEGISLATORS = frozenset(
    [
        "lawmakers",
        "senators",
        "senator",
        "congressmen",
        "congressman",
        "congresswoman",
        "representatives",
        "rep",
        "reps",
        "sen",
        "sens",
        "legislators",
        "democrats",
        "republicans",
        "lawmaker",
        "committee",
        "panel",
    ]
)
_LEGISLATURES = frozenset({"us-senate", "us-house", "us-congress"})


def agent_range(clause: Clause, group: int | None, position: int, end: int) -> tuple[int, int]:
    """Positions between which the one who acts is named: the subject, or after "by"."""
    tokens = clause.sentence.tokens
    if group is None or clause.groups[group].passive:
        by = next(
            (i for i in range(end, min(len(tokens), end + 10)) if tokens[i].lower == "by"), None
        )
        if by is not None:
            stop = next(
                (
                    i
                    for i in range(by + 1, min(len(tokens), by + 14))
                    if tokens[i].is_verb or tokens[i].tag == "."
                ),
                min(len(tokens), by + 14),
            )
            return by + 1, stop
        if group is not None:
            return _deciders(clause, group)
    owner = shared_subject(clause, group) if group is not None else None
    first = clause.groups[owner].first if owner is not None else position
    return _subject_floor(clause, first), first


def _deciders(clause: Clause, group: int) -> tuple[int, int]:
    """The subject of a verb before that decides on what the passive tells: "they agreed that"."""
    for index in range(group - 1, -1, -1):
        before = clause.groups[index]
        if before.lemma in _DECIDING and not before.passive:
            return _subject_floor(clause, before.first), before.first
    return 0, 0


def _subject_floor(clause: Clause, first: int) -> int:
    """Where the subject of a group begins: after the verb, mark or subordinator before it."""
    tokens = clause.sentence.tokens
    for position in range(first - 1, -1, -1):
        token = tokens[position]
        if token.text in (";", ":", '"') and position < first - 1:
            return position + 1
        if token.is_verb or token.tag == "MD":
            return position + 1
        if token.lower in ("if", "because", "while", "as", "although", "when", "after", "before"):
            return position + 1
    return 0


def is_legislative(clause: Clause, low: int, high: int, position: int) -> bool:
    """Whether one of a legislature acts between two positions, or what follows makes a law."""
    tokens = clause.sentence.tokens
    if any(t.lower == "they" for t in tokens[low:high]):
        low = 0
    if any(t.lower.rstrip(".") in _LEGISLATORS for t in tokens[low:high]):
        return True
    if any(
        p.body in _LEGISLATURES and low <= clause.position(p.start) < high for p in clause.places
    ):
        return True
    following = [t.lower for t in tokens[position : position + _LAW_REACH]]
    return ("into", "law") in pairwise(following)


def leading_places(clause: Clause) -> tuple[str, ...]:
    """Places in the subject of a sentence: those before its first verb."""
    first = clause.groups[0].first if clause.groups else len(clause.sentence.tokens)
    return tuple(dict.fromkeys(p.code for p in clause.places if clause.position(p.start) < first))
