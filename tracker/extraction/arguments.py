"""Which measures a predicate is about, by the part that they have in its sentence."""

from tracker.extraction.lexicon import Predicate
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.objects import object_before, objects_of, oblique_object
from tracker.extraction.occurrences import Argument
from tracker.extraction.reading import Clause
from tracker.extraction.subjects import subject_of

_JOINED = 14
_NEAR = 16
_NOUN_LINKS = frozenset({"on", "of", "for", "to", "in", "over", "against"})


def verb_arguments(
    clause: Clause, index: int, end: int, predicate: Predicate
) -> tuple[Argument, ...]:
    """What a verb is about: its object, or its subject where it is passive or says so."""
    group = clause.groups[index]
    if predicate.role == "oblique":
        return oblique_object(clause, group.head, end)
    if predicate.role == "subject":
        return subject_of(clause, index)
    if group.passive:
        subject = subject_of(clause, index)
        if subject or group.form == "participle":
            return subject
        return objects_of(clause, index, end)
    return (
        objects_of(clause, index, end)
        or object_before(clause, index)
        or (subject_of(clause, index) if predicate.role == "either" else ())
    )


def noun_arguments(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
    """What a noun is about: "passage of the bill", "the bill's passage", "its adoption"."""
    tokens = clause.sentence.tokens
    if end < len(tokens) and (
        tokens[end].lower in ("of", "to") or tokens[end - 1].lower in _NOUN_LINKS
    ):
        start = end + 1 if tokens[end].lower in ("of", "to") else end
        for mention in clause.nouns:
            if mention.head >= start and mention.first <= start + 2 and not mention.inside:
                return (Argument(mention, mention.head, "object"),)
    for mention in reversed(clause.nouns):
        if mention.head < position and mention.core_end <= position:
            between = tokens[mention.core_end : position]
            if (
                between
                and between[0].tag == "POS"
                and all(t.tag in ("POS", "JJ", "NN") for t in between)
            ):
                return (Argument(mention, mention.head, "object"),)
            break
    for mention in clause.mentions:
        # "sanctions relief", "an Iran sanctions waiver": the head itself is before the noun
        if mention.kind == "package" and mention.core_end == position:
            return (Argument(mention, mention.head, "object"),)
    before = tokens[position - 1] if position else None
    if before is not None and before.lower in ("its", "their"):
        return (Argument(None, position - 1, "object"),)
    return ()


def joined_measure(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
    """The measure that becomes part of another: "the act passed as part of the budget bill"."""
    tokens = clause.sentence.tokens
    opening = [t.lower for t in tokens[max(0, position - 2) : position]]
    whole = any(end <= m.first <= end + 3 for m in clause.nouns if m.kind == "bill")
    if "as" not in opening or not whole:
        return ()
    before = [m for m in clause.nouns if m.core_end <= position and not m.inside]
    if before and position - before[-1].head <= _JOINED:
        return (Argument(before[-1], before[-1].head, "subject"),)
    return ()


def nearest_measure(
    clause: Clause, position: int, end: int, predicate: Predicate
) -> tuple[Argument, ...]:
    """Where syntax finds no argument: the nearest mention, else what was spoken of last.

    Only for predicates whose words belong to legislating or sanctioning alone.
    """
    if not predicate.telling:
        return ()
    best: tuple[int, MeasureMention] | None = None
    for mention in clause.nouns:
        if mention.inside:
            continue
        distance = position - mention.head if mention.head < position else mention.first - end
        if 0 <= distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, mention)
    if best is not None:
        return (Argument(best[1], best[1].head, "near"),)
    return () if clause.nouns else (Argument(None, position, "topic"),)
