"""The measures that are the object of a verb group: after it, or before the relative that is it."""

from tracker.extraction.mentions import MeasureMention
from tracker.extraction.occurrences import Argument
from tracker.extraction.phrases import TIME_NOUNS
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

_OBJECT_WINDOW = 14
_PHRASE_WINDOW = 6
_TRANSPARENT_NOUNS = frozenset(
    [
        "version",
        "part",
        "parts",
        "portion",
        "portions",
        "provisions",
        "series",
        "group",
        "number",
        "all",
        "some",
        "several",
        "list",
        "set",
        "package",
        "raft",
        "passage",
        "adoption",
        "vote",
        "approval",
        "implementation",
        "introduction",
        "one",
    ]
)
# Who stops or forces these stops or forces the bill: "blocked a vote on the bill".
_PROCEEDINGS = frozenset(
    [
        "vote",
        "votes",
        "action",
        "debate",
        "consideration",
        "work",
        "markup",
        "proceedings",
        "progress",
        "passage",
    ]
)
_DEALING = frozenset({"on", "of", "over"})


def objects_of(clause: Clause, index: int, end: int) -> tuple[Argument, ...]:
    """The mentions that are the object of a verb group, lists included, or a pronoun."""
    tokens = clause.sentence.tokens
    stop = _right_barrier(clause, index, end)
    following = [
        m for m in clause.nouns if end <= m.head < stop and m.first >= end - 1 and not m.inside
    ]
    if end < len(tokens) and tokens[end].lower in ("it", "them"):
        return (Argument(None, end, "object"),)
    start = clause.groups[index].head + 1
    if start < end and tokens[start].lower in ("it", "them"):
        return (Argument(None, start, "object"),)
    if start < end:
        # The last word is the predicate's own: "signed into law the X Act".
        between = [m for m in clause.nouns if start <= m.head < end - 1 and not m.inside]
        following = between + [m for m in following if m not in between]
    if not following:
        return ()
    first = following[0]
    if first.first - end > _OBJECT_WINDOW or _blocked(tokens, end, first):
        return ()
    kept = [first]
    for mention in following[1:]:
        between_tokens = tokens[kept[-1].core_end : mention.first]
        joined = between_tokens and between_tokens[-1].lower in ("and", ",", "or")
        if joined and len(between_tokens) <= 12 and not any(t.tag == "VBD" for t in between_tokens):
            kept.append(mention)
        else:
            break
    return tuple(Argument(m, m.head, "object") for m in kept)


def _right_barrier(clause: Clause, index: int, end: int) -> int:
    tokens = clause.sentence.tokens
    later = [g for g in clause.groups[index + 1 :] if g.form == "finite"]
    stop = later[0].first if later else len(tokens)
    for position in range(end, min(stop, len(tokens))):
        if tokens[position].text in (";", ":") or (
            tokens[position].tag == "WH" and position <= end + 1
        ):
            return position
    return stop


def _blocked(tokens: tuple[Token, ...], end: int, mention: MeasureMention) -> bool:
    """Whether a preposition or another noun phrase keeps a mention from being the object."""
    between = _without_time(tokens[end : mention.first])
    if not between:
        return False
    last = between[-1]
    if last.tag == "IN":
        noun = between[-2].lower if len(between) > 1 else ""
        through = last.lower == "of" and noun in _TRANSPARENT_NOUNS
        return not (through or (last.lower in _DEALING and noun in _PROCEEDINGS))
    nouns = [t for t in between if t.tag in ("NN", "NNP")]
    if last.lower in (",", "and", "to"):
        return len(between) > 8
    if any(t.tag == "TO" for t in between):
        return True
    return any(t.text == "," for t in between) and bool(nouns)


def _without_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without an adjunct of time that opens them: "on Wednesday", "last month"."""
    position = 0
    while position < len(tokens) and (
        tokens[position].lower in TIME_NOUNS
        or tokens[position].tag == "RB"
        or (
            tokens[position].lower
            in ("last", "this", "next", "on", "earlier", "late", "early", "the")
            and position + 1 < len(tokens)
            and (
                tokens[position + 1].lower in TIME_NOUNS
                or tokens[position + 1].lower in ("last", "this", "next", "late", "early")
            )
        )
    ):
        position += 1
    return tokens[position:]


def object_before(clause: Clause, index: int) -> tuple[Argument, ...]:
    """The mention before a relative that is its object: "the bill, which the Senate passed"."""
    tokens = clause.sentence.tokens
    first = clause.groups[index].first
    for position in range(first - 1, max(-1, first - 9), -1):
        token = tokens[position]
        if token.tag == "WH" and token.lower in ("which", "that"):
            before = [
                m
                for m in clause.nouns
                if m.head < position <= max(m.end + 1, m.core_end + 1) and not m.inside
            ]
            if before:
                return (Argument(before[-1], before[-1].head, "modifier"),)
            return ()
        if token.is_verb or token.text in (";", ":"):
            return ()
    # "a law Congress passed": the relative word left out
    inner = [m for m in clause.nouns if m.core_end < first <= m.core_end + 4]
    between = tokens[inner[-1].core_end : first] if inner else ()
    named = any(t.tag in ("NNP", "NN", "PRP") for t in between)
    if inner and named and all(t.tag in ("NNP", "NN", "PRP", "DT", "JJ", "RB") for t in between):
        return (Argument(inner[-1], inner[-1].head, "modifier"),)
    return ()


def oblique_object(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
    """The measure after a predicate whose object is no measure: "cut the clause from the bill"."""
    tokens = clause.sentence.tokens
    for mention in clause.nouns:
        if position < mention.head < end:
            return ()
        if mention.head >= end and not mention.inside:
            between = tokens[end : mention.first]
            through = all(t.tag in ("DT", "JJ", "PRPS", "CD") for t in between) or any(
                t.lower == "of" for t in between[-1:]
            )
            near = through and len(between) <= _PHRASE_WINDOW
            return (Argument(mention, mention.head, "object"),) if near else ()
    if end < len(tokens) and tokens[end].lower == "it":
        return (Argument(None, end, "object"),)
    return ()
