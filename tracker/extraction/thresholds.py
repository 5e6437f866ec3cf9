"""Voting rules that the article ties to a measure, and whether the support told meets them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.cues import match_cue
from tracker.extraction.lexicon import Lexicon, ThresholdRule
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.extraction.tallies import main_bill, tallies_in
from tracker.record import STANCES, Stance, Threshold

_BEFORE, _AFTER = 12, 9
_ADJACENT = 4
_MARKS = frozenset({",", ";", ":", '"'})
# What decides the stance, in this order: a word list, the words looked at on both sides of a
# cue, and what it tells.
_SIGNS: tuple[tuple[str, int, int, Stance], ...] = (
    ("not_met", _BEFORE, _AFTER, "not_met"),
    ("sure", _BEFORE, 0, "met"),
    ("possible", _BEFORE, _AFTER, "possible"),
    ("required", _BEFORE, _AFTER, "required"),
    ("met", _ADJACENT + 1, _ADJACENT + 1, "met"),
)
_GAP = 5
_ANY = frozenset({"any", "most", "all", "no"})
_MEMORY = 3
_SUPPOSING = frozenset({"if", "unless", "whether", "assuming"})
_MEASURES = frozenset({"bill", "amendment", "measure", "proposal", "plan", "resolution"})
_CLOTURE = "us-senate-cloture"
_SENATE = 100
# Rules that ask for two thirds of those who vote.
_BY_SHARE = frozenset({"us-house-two-thirds", "us-senate-two-thirds", "us-veto-override"})
_LOST = frozenset({"failed", "blocked", "vetoed"})


@dataclass(frozen=True, slots=True)
class FoundThreshold:
    """A rule and the measure that it applies to."""

    group: Group
    threshold: Threshold


def find_thresholds(
    reading: Reading, grouping: Grouping, lexicon: Lexicon, fates: dict[int, set[str]]
) -> list[FoundThreshold]:
    """Every rule that the article ties to a measure, one entry a measure and rule.

    Args:
        reading: The article.
        grouping: Its measures.
        lexicon: The rules and the words that tell of them.
        fates: Statuses told as fact of each measure that is told of, by its group's identity.
    """
    finder = _Finder(reading, grouping, lexicon, fates)
    return _strongest([found for clause in reading.clauses for found in finder.in_clause(clause)])


class _Finder:
    """Looks for rules sentence by sentence, remembering the measure last spoken of."""

    def __init__(
        self,
        reading: Reading,
        grouping: Grouping,
        lexicon: Lexicon,
        fates: dict[int, set[str]],
    ) -> None:
        self._reading = reading
        self._grouping = grouping
        self._lexicon = lexicon
        self._fates = fates
        self._main = main_bill(grouping, fates)
        self._last: Group | None = None
        self._last_in = -_MEMORY

    def in_clause(self, clause: Clause) -> Iterator[FoundThreshold]:
        """The rules that one sentence ties to a measure."""
        tokens = clause.sentence.tokens
        openers = self._lexicon.threshold_openers
        starts = {
            position: frozenset((token.lower, token.lemma))
            for position, token in enumerate(tokens)
            if token.lower in openers or token.lemma in openers
        }
        opening = frozenset().union(*starts.values())
        for rule in self._lexicon.threshold_rules if starts else ():
            if any(token.lower in rule.unless for token in tokens):
                continue
            cues = tuple(
                _occurrences(tokens, starts, [cue for cue in rule.cues if opening & cue[0]])
            )
            told = self._stance(clause, cues, rule)
            if cues and (told is not None or rule.key == _CLOTURE):
                told = _counted(self._reading, clause, rule) or told
            group = self._measure(clause, cues[0][0]) if cues else None
            if group is not None and told is not None and self._whose(clause, rule, group):
                yield self._found(clause, rule, group, told)
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is not None and id(group) in self._fates:
                self._last, self._last_in = group, clause.sentence.index

    def _measure(self, clause: Clause, position: int) -> Group | None:
        """The measure of the sentence nearest to a cue, else the last one spoken of.

        One of which the article tells something goes before one that it only names: "EU
        sanctions require unanimity" is said of the package that the article is about. "Any
        bill requiring 60 votes" is none.
        """
        if self._is_of_any(clause.sentence.tokens, position):
            return None
        here = sorted(
            (
                (mention.kind != "bill", abs(mention.head - position), group)
                for mention in clause.mentions
                if (group := self._grouping.group_of(mention)) is not None
                and not _general(clause, mention.first)
            ),
            key=lambda item: item[:2],
        )
        told = [group for *_, group in here if id(group) in self._fates]
        if told:
            return told[0]
        if clause.sentence.index - self._last_in <= _MEMORY and self._last is not None:
            return self._last
        return here[0][2] if here else self._main

    def _is_of_any(self, tokens: tuple[Token, ...], position: int) -> bool:
        """Whether a cue is said of no measure: "any legislation requiring 60 votes"."""
        return any(
            tokens[p].lower in self._lexicon.bill_heads and tokens[p - 1].lower in _ANY
            for p in range(max(1, position - _ADJACENT), position)
        )

    def _whose(self, clause: Clause, rule: ThresholdRule, group: Group) -> bool:
        """Whether the rule is that of a body that the text names or that makes the measure."""
        if not rule.bodies or group.makers & rule.bodies:
            return True
        index = clause.sentence.index
        named = {place.body or place.code for place in clause.places}
        if named & rule.bodies:
            return True
        before = self._reading.clauses[max(0, index - _MEMORY) : index]
        return not named and any(
            (p.body or p.code) in rule.bodies for c in before for p in c.places
        )

    def _stance(
        self, clause: Clause, cues: tuple[tuple[int, int], ...], rule: ThresholdRule
    ) -> Stance | None:
        tokens = clause.sentence.tokens
        words = self._lexicon.threshold_stances
        if not cues or _was_done(clause, cues):
            return None
        if _has_share(tokens) or _is_condition(tokens, cues):
            return "possible"
        if _is_denied(clause, cues, words["getting"]):
            return "not_met"
        inside = {p for first, end in cues for p in range(first, end)}

        def told(stance: str, before: int, after: int) -> bool:
            near = {
                p
                for first, end in cues
                for p in range(max(first - before, _clause_start(tokens, first)), end + after)
            } - inside
            return any(_tells(tokens, p, words[stance]) for p in near if 0 <= p < len(tokens))

        if told("required", _ADJACENT, 0):
            return "not_met" if _counterfactual(tokens, cues) else "required"
        for words_of, before, after, stance in _SIGNS:
            if told(words_of, before, after):
                unsure = words_of == "sure" and _is_unsure(tokens, cues, words)
                return "possible" if unsure else stance
        return None if rule.told else rule.stance

    def _found(
        self, clause: Clause, rule: ThresholdRule, group: Group, stance: Stance
    ) -> FoundThreshold:
        start, end = clause.sentence.start, clause.sentence.end
        if rule.key.startswith("un-") and self._fates.get(id(group), set()) & _LOST:
            stance = "not_met"
        return FoundThreshold(
            group,
            Threshold(
                quote=self._reading.text[start:end],
                start=start,
                end=end,
                found_by=rule.key,
                rule=rule.key,
                stance=stance,
                required=_required(clause.sentence.tokens, rule),
            ),
        )


def _counted(reading: Reading, clause: Clause, rule: ThresholdRule) -> Stance | None:
    """What a tally in the sentence makes of a rule: "53-40, with 60 needed" is not met."""
    if not rule.key.startswith("us-"):
        return None
    sentence = reading.folded[clause.sentence.start : clause.sentence.end]
    tallies = {tally for tally in tallies_in(clause, sentence) if _of_chamber(rule, sum(tally))}
    if len(tallies) != 1:
        return None
    ((yeas, nays),) = tallies
    if rule.key in _BY_SHARE:
        return "met" if yeas * 3 >= (yeas + nays) * 2 else "not_met"
    if rule.required is None:
        return None
    return "met" if yeas >= rule.required else "not_met"


def _of_chamber(rule: ThresholdRule, votes: int) -> bool:
    """Whether so many votes are those of the chamber whose rule it is."""
    if rule.key.startswith("us-senate"):
        return votes <= _SENATE
    return votes > _SENATE or not rule.key.startswith("us-house")


def _clause_start(tokens: tuple[Token, ...], position: int) -> int:
    """Position after the last comma before a cue: what stands before says nothing of it."""
    floor = max(0, position - _BEFORE)
    return next((p + 1 for p in range(position - 1, floor, -1) if tokens[p].text in _MARKS), floor)


def _is_denied(clause: Clause, cues: tuple[tuple[int, int], ...], getting: frozenset[str]) -> bool:
    """Whether the votes are said not to be there: "does not have", "need 60 and haven't got"."""
    return any(
        _is_lack(clause, group, getting)
        and any(first - _ADJACENT <= group.first <= end + _BEFORE for first, end in cues)
        for group in clause.groups
    ) or any(_not_enough(clause.sentence.tokens, first) for first, _ in cues)


def _is_lack(clause: Clause, group: VerbGroup, getting: frozenset[str]) -> bool:
    """Whether a verb says that something is not had or got, or that somebody is not able to."""
    if not group.negated or group.modal in ("would", "'d"):
        return False
    after = clause.sentence.tokens[group.head + 1 : group.head + 2]
    return group.lemma in getting or (group.lemma == "be" and any(t.lower == "able" for t in after))


def _is_condition(tokens: tuple[Token, ...], cues: tuple[tuple[int, int], ...]) -> bool:
    """Whether a cue is only supposed: "if he has 218 votes, there is no conversation"."""
    return any(
        t.lower in _SUPPOSING
        for first, _ in cues
        for t in tokens[_clause_start(tokens, first) : first]
    )


def _not_enough(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether "not enough" stands before a cue, or nobody did it: "no bill got the 60 votes"."""
    near = range(max(1, first - _BEFORE), first)
    lacking = any(tokens[p].lower == "enough" and tokens[p - 1].tag == "NEG" for p in near)
    return lacking or any(
        tokens[p - 1].lower in ("no", "not")
        and (tokens[p].lower == "one" or any(t.lemma in _MEASURES for t in tokens[p : p + 2]))
        for p in near
    )


def _is_unsure(
    tokens: tuple[Token, ...],
    cues: tuple[tuple[int, int], ...],
    words: Mapping[str, frozenset[str]],
) -> bool:
    """Whether it is left open that the votes are enough: "potentially enough to override"."""
    return any(
        _tells(tokens, p, words["sure"])
        and any(t.lower in words["unsure"] for t in tokens[max(0, p - _ADJACENT) : p])
        for first, _ in cues
        for p in range(max(0, first - _BEFORE), first)
    )


def _has_share(tokens: tuple[Token, ...]) -> bool:
    """Whether only some of the votes are there: "214 of the 218 signatures"."""
    return any(
        tokens[p].lower == "of"
        and tokens[p + 1].lower == "the"
        and tokens[p - 1].tag == tokens[p + 2].tag == "CD"
        for p in range(1, len(tokens) - 2)
    )


def _was_done(clause: Clause, cues: tuple[tuple[int, int], ...]) -> bool:
    """Whether the cue only tells of the act itself: "the Senate overrode his veto"."""
    firsts = {first for first, _ in cues}
    return any(
        group.head in firsts and group.past and group.form == "finite" and group.modal is None
        for group in clause.groups
    )


def _counterfactual(tokens: tuple[Token, ...], cues: tuple[tuple[int, int], ...]) -> bool:
    """Whether the votes were not got: "would have needed 60 votes"."""
    return any(
        tokens[p].lower in ("would", "'d") and tokens[p + 1].lower == "have"
        for first, _ in cues
        for p in range(max(0, first - _ADJACENT - 2), first - 1)
    )


def _general(clause: Clause, first: int) -> bool:
    """Whether no measure is meant: "any legislation"."""
    return clause.sentence.tokens[first].lower in _ANY


def _occurrences(
    tokens: tuple[Token, ...],
    starts: Mapping[int, frozenset[str]],
    cues: Sequence[tuple[frozenset[str], ...]],
) -> Iterator[tuple[int, int]]:
    """Where one of the cues stands: positions of its first word and after its last."""
    for position, word in starts.items():
        for cue in cues:
            if word.isdisjoint(cue[0]):
                continue
            end = match_cue(tokens, position, cue, _GAP)
            if end is not None:
                yield position, end
                break


def _tells(tokens: tuple[Token, ...], position: int, words: frozenset[str]) -> bool:
    """Whether a word tells of a stance; "the needed votes" and "votes needed" ask for nothing."""
    token = tokens[position]
    if token.lower in ("needed", "required", "necessary"):
        before = tokens[position - 1] if position else token
        return before.lemma in ("be", "have") and (token.lemma in words or token.lower in words)
    return token.lower in words or (token.is_verb and token.lemma in words)


def _required(tokens: tuple[Token, ...], rule: ThresholdRule) -> int | None:
    numbers = {cardinal(token.lower) for token in tokens}
    return rule.required if rule.required in numbers else None


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
