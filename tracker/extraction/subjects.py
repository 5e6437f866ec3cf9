"""The measure that is the subject of a verb group: before it, shared with another, or relative."""

from tracker.extraction.mentions import MeasureMention
from tracker.extraction.occurrences import Argument
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

_SUBORDINATORS = frozenset(
    ["if", "unless", "because", "while", "when", "whether", "although", "though"]
)
_PRONOUNS = frozenset({"it", "they", "them", "this", "that", "these"})


def subject_of(clause: Clause, index: int) -> tuple[Argument, ...]:  # noqa: PLR0911 - by trust
    """The mention or pronoun that is the subject of a verb group."""
    group = clause.groups[index]
    tokens = clause.sentence.tokens
    owner = shared_subject(clause, index)
    first = clause.groups[owner].first
    holder = _modified(clause, first)
    if holder is not None and group.form in ("participle", "gerund"):
        return (Argument(holder, holder.head, "modifier"),)
    floor = _left_barrier(clause, owner)
    candidates = [m for m in clause.nouns if floor <= m.first and m.head < first and not m.inside]
    relative = _relative_before(tokens, first)
    if relative is not None:
        antecedents = [m for m in clause.nouns if m.head < relative <= m.end + 1 and not m.inside]
        if antecedents:
            return (Argument(antecedents[-1], antecedents[-1].head, "modifier"),)
        return ()
    pronoun = _pronoun_before(tokens, floor, first)
    if candidates and (pronoun is None or candidates[-1].head > pronoun):
        heads = [m for m in candidates if not _in_prepositional(tokens, floor, m)]
        if heads:
            return tuple(Argument(m, m.head, "subject") for m in _coordinated(tokens, heads))
        return ()
    if pronoun is not None and not (tokens[pronoun].lower == "they" and not group.passive):
        return (Argument(None, pronoun, "subject"),)
    return ()


def _coordinated(tokens: tuple[Token, ...], mentions: list[MeasureMention]) -> list[MeasureMention]:
    """The last mention and those that "and" joins to it."""
    kept = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = tokens[mention.core_end : kept[0].first]
        if between and all(t.lower in ("and", ",", "or", "as", "well", "both") for t in between):
            kept.insert(0, mention)
        else:
            break
    return kept


def shared_subject(clause: Clause, index: int) -> int:
    """The group whose subject this one has: its governor's, unless the object is."""
    seen = 0
    while seen < 6:
        group = clause.groups[index]
        tokens = clause.sentence.tokens
        if group.governor is not None and group.form in ("infinitive", "gerund", "bare"):
            if group.object_controlled and clause.groups[group.governor].passive is False:
                return index
            index = group.governor
        elif group.first and tokens[group.first - 1].lower in ("and", "but", "or") and index:
            index -= 1
        else:
            return index
        seen += 1
    return index


def _left_barrier(clause: Clause, index: int) -> int:
    """Position from which on the subject of a group may stand."""
    tokens = clause.sentence.tokens
    first = clause.groups[index].first
    for position in range(first - 1, -1, -1):
        token = tokens[position]
        if token.text in (";", ":") or (token.text == '"' and position < first - 1):
            return position + 1
        if token.is_verb and not _inside_phrase(clause, position):
            return position + 1
        if token.lower in _SUBORDINATORS:
            return position + 1
    return 0


def _inside_phrase(clause: Clause, position: int) -> bool:
    return any(m.first <= position < m.end for m in clause.mentions)


def _in_prepositional(tokens: tuple[Token, ...], floor: int, mention: MeasureMention) -> bool:
    before = tokens[mention.first - 1] if mention.first > floor else None
    return (
        before is not None
        and before.tag == "IN"
        and before.lower
        not in (
            "that",
            "if",
            "as",
            "because",
            "while",
            "since",
            "although",
            "though",
            "after",
            "before",
            "until",
            "unless",
            "whether",
            "once",
        )
    )


def _relative_before(tokens: tuple[Token, ...], first: int) -> int | None:
    for position in range(first - 1, max(-1, first - 4), -1):
        token = tokens[position]
        if token.tag == "WH" and token.lower in ("which", "that", "who"):
            return position
        if token.tag not in ("RB", "NEG", "MD"):
            return None
    return None


def _pronoun_before(tokens: tuple[Token, ...], floor: int, first: int) -> int | None:
    for position in range(first - 1, max(floor, first - 4) - 1, -1):
        token = tokens[position]
        if token.lower in _PRONOUNS and token.tag in ("PRP", "DT"):
            return position
        if token.tag not in ("RB", "NEG", "MD"):
            return None
    return None


def _modified(clause: Clause, first: int) -> MeasureMention | None:
    """The mention whose phrase a participle right after its head belongs to."""
    inner = [m for m in clause.nouns if m.head < first < m.end and first - m.head <= 4]
    if inner:
        return inner[-1]
    adjacent = [m for m in clause.nouns if 0 <= first - m.core_end <= 1]
    return adjacent[-1] if adjacent else None
