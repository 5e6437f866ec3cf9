"""Voting rules that the article ties to a measure, and whether the support told meets them."""

import re
from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon, ThresholdRule
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Clause, Reading
from tracker.record import STANCES, Stance, Threshold

_NEAR = 90


@dataclass(frozen=True, slots=True)
class FoundThreshold:
    """A rule and the measure that it applies to."""

    group: Group
    threshold: Threshold


def find_thresholds(
    reading: Reading, grouping: Grouping, lexicon: Lexicon
) -> list[FoundThreshold]:
    """Every rule that a sentence ties to a measure, one entry a measure and rule."""
    found: list[FoundThreshold] = []
    for clause in reading.clauses:
        sentence = reading.folded[clause.sentence.start : clause.sentence.end].lower()
        for rule in lexicon.threshold_rules:
            at = _cue(sentence, rule)
            if at is None or not _whose(reading, clause, rule):
                continue
            group = _measure(clause, grouping)
            if group is not None:
                found.append(_threshold(reading, clause, sentence, at, rule, group, lexicon))
    return _strongest(found)


def _cue(sentence: str, rule: ThresholdRule) -> int | None:
    for cue in rule.cues:
        at = sentence.find(cue)
        if at >= 0:
            return at
    return None


def _whose(reading: Reading, clause: Clause, rule: ThresholdRule) -> bool:
    if not rule.bodies:
        return True
    index = clause.sentence.index
    for other in reading.clauses[max(0, index - 1) : index + 1]:
        for place in other.places:
            if place.body in rule.bodies or place.code in rule.bodies and "-" not in place.code:
                return True
    return False


def _measure(clause: Clause, grouping: Grouping) -> Group | None:
    here = [g for m in clause.mentions if (g := grouping.group_of(m)) is not None]
    if here:
        return here[0]
    index = clause.sentence.index
    near = [g for g in grouping.groups if any(index - 3 <= m.sentence < index for m in g.mentions)]
    return max(
        near, key=lambda g: max(m.start_char for m in g.mentions if m.sentence < index), default=None
    )


def _threshold(
    reading: Reading,
    clause: Clause,
    sentence: str,
    at: int,
    rule: ThresholdRule,
    group: Group,
    lexicon: Lexicon,
) -> FoundThreshold:
    start, end = clause.sentence.start, clause.sentence.end
    near = sentence[max(0, at - _NEAR) : at + _NEAR]
    return FoundThreshold(
        group,
        Threshold(
            quote=reading.text[start:end],
            start=start,
            end=end,
            found_by=rule.key,
            rule=rule.key,
            stance=_stance(near, lexicon),
            required=_required(sentence, rule),
        ),
    )


def _stance(near: str, lexicon: Lexicon) -> Stance:
    words = set(re.findall(r"[a-z']+", near))
    for stance in ("not_met", "possible", "required", "met"):
        if words & lexicon.threshold_stances[stance]:
            return stance  # type: ignore[return-value]
    return "required"


def _required(sentence: str, rule: ThresholdRule) -> int | None:
    if rule.required is None or str(rule.required) not in re.findall(r"\d+", sentence):
        return None
    return rule.required


def _strongest(found: list[FoundThreshold]) -> list[FoundThreshold]:
    """One entry a measure and rule: a stance that decides outranks "required"."""
    kept: dict[tuple[int, str], FoundThreshold] = {}
    for item in found:
        key = (id(item.group), item.threshold.rule)
        known = kept.get(key)
        if known is None or _rank(item) > _rank(known):
            kept[key] = item
    return list(kept.values())


def _rank(item: FoundThreshold) -> int:
    return STANCES.index(item.threshold.stance)
