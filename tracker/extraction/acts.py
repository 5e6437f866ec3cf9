"""Acts of sanctioning that are told by a verb alone: "Treasury sanctioned two banks"."""

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.places import PlaceMention
from tracker.extraction.tagging import Sentence

_REACH = 14


def find_acts(
    sentence: Sentence,
    groups: tuple[VerbGroup, ...],
    places: tuple[PlaceMention, ...],
    lexicon: Lexicon,
) -> tuple[MeasureMention, ...]:
    """A mention for each verb of sanctioning whose maker the sentence names."""
    found = []
    for group in groups:
        if group.lemma in lexicon.act_verbs:
            mention = _act(sentence, group, places)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _act(
    sentence: Sentence, group: VerbGroup, places: tuple[PlaceMention, ...]
) -> MeasureMention | None:
    tokens = sentence.tokens
    end = _end(sentence, group.head)
    before = [p for p in places if p.start < tokens[group.first].start]
    after = [p for p in places if tokens[group.head].end <= p.start < tokens[end - 1].end]
    if group.passive:
        makers = [p for p in after if _follows_by(sentence, group.head, p)]
        targets = [p for p in before if not makers or p.code != makers[0].code]
    else:
        makers = [p for p in before if not p.adjective and _is_near(sentence, group, p)][-1:]
        targets = after
    if not makers:
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
        makers=tuple(dict.fromkeys(p.code for p in makers)),
        targets=tuple(dict.fromkeys(p.code for p in targets if p.code != makers[0].code))[:1],
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


def _is_near(sentence: Sentence, group: VerbGroup, place: PlaceMention) -> bool:
    """Whether a place stands in the subject: no verb and no mark between, few words."""
    between = [t for t in sentence.tokens[: group.first] if t.start >= place.end]
    return len(between) <= 8 and not any(t.is_verb or t.tag in (".", "WH", "IN") for t in between)
