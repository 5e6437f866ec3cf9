"""Acts of sanctioning that are told by a verb alone: "Treasury sanctioned two banks"."""

from dataclasses import dataclass, replace

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.counts import is_dated
from tracker.extraction.cues import match_cue
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.places import PlaceMention
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Sentence

_REACH = 14
_OBJECT_REACH = 12
_LONGEST_SUBJECT = 8
_LONGEST_ASIDE = 16
_MEMORY = 3
_PRONOUNS = frozenset({"it", "they", "we", "he", "she"})
_LAST = frozenset({"last", "plan", "plans", "package", "relief", "regime", "list", "law", "bill"})
# Before a verb these say that an earlier verb has the same subject.
_LINKS = _PRONOUNS | {"and", "then", "or"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence, and the code of who acted lately: whom "it" may stand for."""

    clause: Clause
    lexicon: Lexicon
    earlier: str | None


def with_acts(reading: Reading, lexicon: Lexicon) -> Reading:
    """The article with a mention for each verb of sanctioning whose maker is known."""
    clauses: list[Clause] = []
    earlier: str | None = None
    told = 0
    for index, clause in enumerate(reading.clauses):
        if index - told > _MEMORY:
            earlier = None
        acts = _acts(_Scene(clause, lexicon, earlier))
        clauses.append(replace(clause, mentions=(*clause.mentions, *acts)))
        acting = _acting(clause, lexicon)
        if acting is not None:
            earlier, told = acting, index
    return replace(reading, clauses=tuple(clauses))


def _acts(scene: _Scene) -> tuple[MeasureMention, ...]:
    found: list[MeasureMention] = []
    for index, group in enumerate(scene.clause.groups):
        if _tells_act(scene, group) and not _goes_on(scene, index, found):
            act = _act(scene, index)
            if act is not None:
                found.append(act)
    return tuple(found)


def _goes_on(scene: _Scene, index: int, acts: list[MeasureMention]) -> bool:
    """Whether a verb is joined to what tells the act: "imposed visa bans on A and froze B"."""
    first = scene.clause.groups[index].first
    if not index or scene.clause.sentence.tokens[first - 1].lower != "and":
        return False
    before = scene.clause.groups[index - 1].head
    return any(
        m.kind == "package" and before <= m.head < first for m in (*scene.clause.mentions, *acts)
    )


def _acting(clause: Clause, lexicon: Lexicon) -> str | None:
    """Code of who acts in a sentence: the first that makes sanctions, before its first verb."""
    first = clause.groups[0].first if clause.groups else 0
    makers = lexicon.role_words["usual_makers"]
    stop = clause.sentence.tokens[first].start
    return next(
        (p.code for p in clause.places if p.start < stop and not p.adjective and p.code in makers),
        None,
    )


def _tells_act(scene: _Scene, group: VerbGroup) -> bool:
    """Whether a verb says that somebody is sanctioned, alone or with the words after it."""
    if _is_noun(scene, group):
        return False
    if group.lemma in scene.lexicon.act_verbs:
        return True
    return any(
        group.lemma in cue[0]
        and match_cue(scene.clause.sentence.tokens, group.head, cue, _OBJECT_REACH)
        for cue in scene.lexicon.act_phrases
    )


def _is_noun(scene: _Scene, group: VerbGroup) -> bool:
    """Whether "sanctions" is no verb: it follows "of US", or another noun or verb follows it."""
    tokens = scene.clause.sentence.tokens
    if tokens[group.head].lower != "sanctions" or group.first != group.head:
        return False
    after = tokens[group.head + 1] if group.head + 1 < len(tokens) else None
    if after is None or after.tag in ("WH", "VBD", "VBG", "MD") or after.lower in _LAST:
        return True
    return group.head > 1 and tokens[group.head - 2].tag == "IN"


def _act(scene: _Scene, index: int) -> MeasureMention | None:
    sentence, group = scene.clause.sentence, scene.clause.groups[index]
    tokens = sentence.tokens
    end = _end(sentence, group.head)
    after = [
        p for p in scene.clause.places if tokens[group.head].end <= p.start < tokens[end - 1].end
    ]
    targets = [p.code for p in after]
    if group.passive:
        maker = next((p.code for p in after if _follows_by(sentence, group.head, p)), None)
        targets = [p.code for p in scene.clause.places if p.start < tokens[group.first].start]
    else:
        maker = _subject(scene, index)
    if maker is None:
        return None
    return MeasureMention(
        kind="package",
        sentence=sentence.index,
        first=group.first,
        head=group.head,
        end=end,
        core_end=group.head + 1,
        start_char=tokens[group.first].start,
        end_char=tokens[end - 1].end,
        definite="indefinite",
        form="action",
        makers=(maker,),
        targets=tuple(dict.fromkeys(code for code in targets if code != maker))[:1],
        act=True,
    )


def _end(sentence: Sentence, head: int) -> int:
    """Position after the object: the next mark, subordinator or finite verb, at most so far on."""
    tokens = sentence.tokens
    for position in range(head + 1, min(len(tokens), head + _REACH)):
        token = tokens[position]
        if token.tag in (".", "WH", "VBD", "VBZ", "MD") and token.text not in ("'", "-", "$"):
            return position
    return min(len(tokens), head + _REACH)


def _follows_by(sentence: Sentence, head: int, place: PlaceMention) -> bool:
    between = [t for t in sentence.tokens[head + 1 :] if t.start < place.start]
    return len(between) <= 5 and any(t.lower == "by" for t in between)


def _subject(scene: _Scene, index: int) -> str | None:
    """Code of who acts: the subject of a verb, or of the one that it is joined to or hangs on."""
    tokens = scene.clause.sentence.tokens
    for at in range(index, -1, -1):
        first = scene.clause.groups[at].first
        end = _subject_end(scene, first)
        place = _place_in(scene, end)
        if place is not None:
            return place.code
        before = tokens[end - 1] if end else None
        if before is None:
            return None
        linked = before.is_verb or before.tag == "TO" or before.lower in _LINKS
        if at == 0 or not linked:
            return scene.earlier if _stands_for_earlier(scene, end) else None
    return None


def _place_in(scene: _Scene, end: int) -> PlaceMention | None:
    """The place that heads the noun phrase before a position, or explains it in brackets."""
    tokens = scene.clause.sentence.tokens
    if end and tokens[end - 1].lower in _LINKS:
        return None
    for place in reversed(scene.clause.places):
        if end < len(tokens) and place.start >= tokens[end].start:
            continue
        between = [
            t for t in tokens[max(0, end - _LONGEST_SUBJECT - 1) : end] if t.start >= place.end
        ]
        stops = any(t.is_verb or t.tag in (".", "WH", "IN", "POS") for t in between)
        return None if place.adjective or stops or len(between) > _LONGEST_SUBJECT else place
    return None


def _subject_end(scene: _Scene, first: int) -> int:
    """Position after the subject of a verb: dates, adverbs and asides between them are passed."""
    tokens = scene.clause.sentence.tokens
    end = first
    while end > 0:
        token = tokens[end - 1]
        opens_date = token.lower in ("on", "in") and end < first and _is_dated(scene, end)
        if token.tag in ("RB", "MD") or opens_date or _is_dated(scene, end - 1):
            end -= 1
        elif token.text in (")", ","):
            opener = "(" if token.text == ")" else ","
            floor = max(0, end - _LONGEST_ASIDE)
            opening = next((p for p in range(end - 2, floor, -1) if tokens[p].text == opener), None)
            if opening is None:
                return end
            end = opening
        else:
            break
    return end


def _is_dated(scene: _Scene, position: int) -> bool:
    return is_dated(scene.clause, scene.clause.sentence.tokens[position])


def _stands_for_earlier(scene: _Scene, end: int) -> bool:
    """Whether a subject points back at who acted before: "it", "the department"."""
    tokens = scene.clause.sentence.tokens
    if tokens[end - 1].lower in _PRONOUNS:
        return True
    return (
        end > 1
        and tokens[end - 1].lower in scene.lexicon.act_offices
        and tokens[end - 2].lower == "the"
    )
