"""Which predicate is said of which mention: verbs and their nouns with their arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.extraction.lexicon import Lexicon, Predicate
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.phrases import TIME_NOUNS
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

_PHRASE_WINDOW = 6
_OBLIQUE_WINDOW = 12
_TALLY_MARKS = frozenset({",", "-", "\u2013", "(", ")"})
_TALLY_WORDS = frozenset({"on", "by", "last", "this", "a", "to"})
_OBJECT_WINDOW = 14
# So many predicates before may hold a word as a part of theirs.
_LONGER = 4
# A particle makes another verb of it ("sign on", "pass over") unless the predicate asks for it.
_PARTICLES = frozenset(["off", "up", "out", "over", "away", "along", "down"])
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
_ON_VERBS = frozenset({"sign", "hold", "move", "pass"})
# Words of a predicate that its object may stand before: "bring the bill to the floor".
_FAR_WORDS = frozenset(
    [
        "floor",
        "vote",
        "law",
        "effect",
        "place",
        "down",
        "up",
        "forward",
        "desk",
        "calendar",
        "full",
        "hold",
        "limbo",
        "burner",
    ]
)
_FAR_WINDOW = 24
# Verbs that name whom they hit before the sanctions: "hit three banks with", "put on the list".
_HITTING = frozenset(
    [
        "hit",
        "slap",
        "target",
        "punish",
        "place",
        "put",
        "add",
        "subject",
        "remove",
        "take",
        "strike",
        "delist",
        "drop",
        "exempt",
        "spare",
        "grant",
        "issue",
        "offer",
    ]
)
_HITTING_WORDS = frozenset({"with", "in", "to", "under", "from", "off", "on"})
_HITTING_WINDOW = 14
_SUBORDINATORS = frozenset(
    ["if", "unless", "because", "while", "when", "whether", "although", "though"]
)
_PRONOUNS = frozenset({"it", "they", "them", "this", "that", "these"})


@dataclass(frozen=True, slots=True)
class Argument:
    """The measure that a predicate is about: a mention, or a pronoun at a token position.

    `role` is `subject`, `object`, `modifier` (the predicate stands inside its phrase), `act`,
    or, where syntax finds none, `near` (the nearest mention) or `topic` (what is spoken of).
    """

    mention: MeasureMention | None
    position: int
    role: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A predicate in a clause, with the measures that it is about.

    `group` is the verb group's number in the clause, None for a noun; `position` is that
    of the verb's or noun's token; `end` the position after the predicate's last word;
    `kinds` are the kinds of measure that it says something of; `agents` are the codes of the
    places that act, `legislative` is whether a legislature does.
    """

    predicate: Predicate
    group: int | None
    position: int
    end: int
    arguments: tuple[Argument, ...]
    kinds: frozenset[str]
    agents: tuple[str, ...]
    legislative: bool


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
    return replace(occurrence, agents=_leading_places(before))


def _leading_places(clause: Clause) -> tuple[str, ...]:
    """Places in the subject of a sentence: those before its first verb."""
    first = clause.groups[0].first if clause.groups else len(clause.sentence.tokens)
    return tuple(dict.fromkeys(p.code for p in clause.places if clause.position(p.start) < first))


def find_occurrences(clause: Clause, lexicon: Lexicon) -> tuple[Occurrence, ...]:
    """Every predicate of the clause that has a measure as its argument.

    A verb or noun is one predicate for bills and one for packages: the longest that fits.
    """
    found: list[Occurrence] = [*_acts(clause), *_attributes(clause, lexicon)]
    for index, group in enumerate(clause.groups):
        for predicate, end, kinds in _fitting(clause, group.head, group.lemma, False, lexicon):
            arguments = _verb_arguments(clause, index, end, predicate) or _nearest(
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
                arguments = _joined(clause, position, end)
            else:
                arguments = _noun_arguments(clause, position, end) or _nearest(
                    clause, position, end, predicate
                )
            if arguments and not _inside_longer(clause, position, kinds, found):
                found.append(_occurrence(clause, predicate, None, position, end, arguments, kinds))
    return tuple(found)


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
        end = _matched(clause.sentence.tokens, position, predicate) if kinds else None
        if end is not None and predicate.role == "oblique" and not _oblique(clause, position, end):
            continue
        if end is not None and predicate.role == "joined" and not _joined(clause, position, end):
            continue
        if end is not None:
            open_kinds -= kinds
            yield predicate, end, kinds


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
    legislative = _is_legislative(clause, low, high, position)
    return Occurrence(predicate, group, position, end, arguments, kinds, agents, legislative)


def _in_argument(arguments: tuple[Argument, ...], position: int) -> bool:
    return any(
        a.mention is not None and a.mention.first <= position < a.mention.end for a in arguments
    )


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
    owner = _shared_subject(clause, group) if group is not None else None
    first = clause.groups[owner].first if owner is not None else position
    return _subject_floor(clause, first), first


_DECIDING = frozenset(
    {"agree", "decide", "vow", "pledge", "promise", "threaten", "announce", "say"}
)


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


_LAW_REACH = 14
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


def _is_legislative(clause: Clause, low: int, high: int, position: int) -> bool:
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


def opens_predicate(
    clause: Clause, position: int, word: str, names: frozenset[str], lexicon: Lexicon
) -> bool:
    """Whether a verb with its further words is a predicate of one of these names."""
    return any(
        predicate.name in names
        for predicate, _, _ in _fitting(clause, position, word, False, lexicon)
    )


def _matched(tokens: tuple[Token, ...], position: int, predicate: Predicate) -> int | None:
    """Position after the predicate's last word if its further words follow in order."""
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if following in _PARTICLES and following not in predicate.words:
        return None
    moves_on = following == "on" and tokens[position].lemma in _ON_VERBS
    if moves_on and "on" not in predicate.words and not _tells_time(tokens, position + 2):
        return None
    at = position
    for word in predicate.words[1:]:
        if word == "to" and predicate.words[0] == "vote":
            at = _past_tally(tokens, at)
        window = tokens[at + 1 : at + 1 + _window(word, tokens[at].lower, predicate)]
        step = next(
            (
                i
                for i, t in enumerate(window, 1)
                if word in (t.lower, t.lemma) or t.lower == word + "s"
            ),
            None,
        )
        if step is None:
            return None
        at = _past_time(tokens, at + step, word)
    return at + 1


def _tells_time(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether "on" before a position opens a date: "passed on Monday", "signed on 3 May"."""
    if position >= len(tokens):
        return False
    token = tokens[position]
    return token.lower in TIME_NOUNS or token.tag == "CD" or _MONTH.match(token.text) is not None


def _past_tally(tokens: tuple[Token, ...], at: int) -> int:
    """The place before "to" after a tally, an adverb or a day: "voted 90-5 on Monday to"."""
    for position in range(at + 1, min(len(tokens) - 1, at + _FAR_WINDOW)):
        token = tokens[position]
        if token.lower == "to" and tokens[position + 1].tag != "CD":
            return position - 1
        told = token.tag in ("CD", "RB", "POS") or token.text in _TALLY_MARKS
        if not told and token.lower not in TIME_NOUNS and token.lower not in _TALLY_WORDS:
            return at
    return at


def _window(word: str, previous: str, predicate: Predicate) -> int:
    """How many tokens on a further word of a predicate may stand."""
    if previous == "to":
        return 2
    if predicate.role == "oblique":
        return _OBLIQUE_WINDOW
    if word in _HITTING_WORDS and predicate.words[0] in _HITTING:
        return _HITTING_WINDOW
    if word in _FAR_WORDS:
        return _FAR_WINDOW
    return 2 if word in ("on", "for", "of", "to") else _PHRASE_WINDOW


def _past_time(tokens: tuple[Token, ...], at: int, word: str) -> int:
    """The next place of a preposition that first told a time: "vote on Tuesday on a package"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.lower not in TIME_NOUNS:
        return at
    again = next(
        (i for i in range(at + 2, min(len(tokens), at + 6)) if tokens[i].lower == word), None
    )
    return at if again is None else again


def _verb_arguments(
    clause: Clause, index: int, end: int, predicate: Predicate
) -> tuple[Argument, ...]:
    group = clause.groups[index]
    if predicate.role in ("oblique", "subject"):
        oblique = predicate.role == "oblique"
        return _oblique(clause, group.head, end) if oblique else _subject(clause, index)
    if group.passive:
        subject = _subject(clause, index)
        if subject:
            return subject
        return _objects(clause, index, end) if group.form != "participle" else ()
    objects = _objects(clause, index, end)
    if objects:
        return objects
    gap = _object_gap(clause, index)
    if gap:
        return gap
    return _subject(clause, index) if predicate.role == "either" else ()


def _oblique(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
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


_JOINED = 14


def _joined(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
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


_NEAR = 16


def _nearest(clause: Clause, position: int, end: int, predicate: Predicate) -> tuple[Argument, ...]:
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


def _subject(clause: Clause, index: int) -> tuple[Argument, ...]:  # noqa: PLR0911 - by trust
    """The mention or pronoun that is the subject of a verb group."""
    group = clause.groups[index]
    tokens = clause.sentence.tokens
    owner = _shared_subject(clause, index)
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


def _shared_subject(clause: Clause, index: int) -> int:
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


def _objects(clause: Clause, index: int, end: int) -> tuple[Argument, ...]:
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


def _object_gap(clause: Clause, index: int) -> tuple[Argument, ...]:
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


_NOUN_LINKS = frozenset({"on", "of", "for", "to", "in", "over", "against"})


def _noun_arguments(clause: Clause, position: int, end: int) -> tuple[Argument, ...]:
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
