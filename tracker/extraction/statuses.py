"""Status claims: what each predicate says of its measure, how surely, when, by which body."""

from dataclasses import dataclass, replace

from tracker.extraction.agents import agent_range
from tracker.extraction.attribution import Attribution
from tracker.extraction.conditions import find_condition, inside_condition
from tracker.extraction.features import claim_features
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.modality import modality_of_group, modality_of_noun
from tracker.extraction.occurrences import Argument, Occurrence
from tracker.extraction.outcomes import is_one_vote, outcome
from tracker.extraction.predicates import opens_predicate
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.timing import claim_date, headline_date
from tracker.record import Modality, Status

_CHAIN = 4
# A pronoun points at a measure spoken of at most so many sentences before.
_PRONOUN_REACH = 3
_BESIDE = 6
_STOPPING = frozenset({"stall", "fail", "veto"})
_BODY_STATUSES = frozenset({"passed", "failed", "cloture", "overridden", "reported", "scheduled"})


@dataclass(frozen=True, slots=True)
class Found:
    """A status claim, the measure that it is about, and who does it as far as told.

    `lent_date` is the day of the lead beneath a headline, for a claim that nothing else dates.
    """

    group: Group
    status: Status
    agents: tuple[str, ...]
    sentence: int
    features: tuple[str, ...] = ()
    lent_date: str | None = None


def find_statuses(
    reading: Reading,
    occurrences: tuple[tuple[Occurrence, ...], ...],
    grouping: Grouping,
    lexicon: Lexicon,
) -> list[Found]:
    """Every status claim of the article, in text order."""
    found: list[Found] = []
    attribution = Attribution(reading, lexicon)
    for clause, own in zip(reading.clauses, occurrences, strict=True):
        for occurrence in own:
            for argument in occurrence.arguments:
                group = _group_of(argument, occurrence, clause, grouping)
                if group is None or group.kind not in occurrence.kinds:
                    continue
                claim = _claim(reading, clause, occurrence, argument, group, grouping, lexicon)
                if claim is None:
                    continue
                speaker = attribution.speaker(clause, occurrence.position, occurrence.group)
                found.append(replace(claim, status=replace(claim.status, speaker=speaker)))
    return found


def _group_of(
    argument: Argument, occurrence: Occurrence, clause: Clause, grouping: Grouping
) -> Group | None:
    """The measure of a mention; of a pronoun that spoken of last of which the predicate holds."""
    if argument.mention is not None:
        return grouping.group_of(argument.mention)
    kinds = occurrence.kinds
    if "bill" in kinds and _is_parliamentary(clause, occurrence):
        kinds = frozenset({"bill"})
    index = clause.sentence.index
    return grouping.last_before(
        index, argument.position, _PRONOUN_REACH, kinds
    ) or grouping.last_before(index, argument.position, _PRONOUN_REACH)


def _is_parliamentary(clause: Clause, occurrence: Occurrence) -> bool:
    """Whether a chamber stands beside the predicate: "it passed the Senate"."""
    return any(
        p.body is not None
        and abs(clause.position(p.start) - occurrence.position) <= _BESIDE
        and p.body.startswith("us-")
        for p in clause.places
    )


def _claim(
    reading: Reading,
    clause: Clause,
    occurrence: Occurrence,
    argument: Argument,
    group: Group,
    grouping: Grouping,
    lexicon: Lexicon,
) -> Found | None:
    predicate = occurrence.predicate
    base = predicate.bill if group.kind == "bill" else predicate.package
    if base is None or _is_stopped(clause, occurrence, lexicon):
        return None
    if is_one_vote(clause, occurrence):
        return None
    told = _modality(clause, occurrence, lexicon)
    modality: Modality = told or "possible"
    doubts = []
    if told is None:
        doubts.append("doubt=nothing claimed")
    if inside_condition(clause, occurrence.position):
        doubts.append("doubt=inside a condition")
        modality = "conditional"
    if group.kind == "package" and _is_bill_content(clause, occurrence, grouping):
        doubts.append("doubt=content of a bill")
    agents = () if base == "blocked" else occurrence.agents
    body = _body(clause, occurrence)
    status, modality = outcome(base, group.kind, clause, occurrence, body, modality)
    condition = find_condition(clause, occurrence.position)
    if condition is not None and modality not in ("actual", "negated"):
        modality = "conditional"
    start, end = clause.sentence.start, clause.sentence.end
    day = claim_date(reading, clause, occurrence.position, occurrence.group, modality, lexicon)
    claim = Status(
        quote=reading.text[start:end],
        start=start,
        end=end,
        found_by=predicate.name,
        status=status,
        modality=modality,
        date=day,
        body=body if status in _BODY_STATUSES else None,
        condition=reading.text[condition.start : condition.end]
        if condition and modality == "conditional"
        else None,
    )
    features = claim_features(reading, clause, occurrence, argument, group, claim, grouping)
    return Found(
        group=group,
        status=claim,
        agents=agents,
        sentence=clause.sentence.index,
        features=(*features, *doubts),
        lent_date=headline_date(reading, clause, lexicon)
        if modality == "actual" and occurrence.group is not None
        else None,
    )


def _is_stopped(clause: Clause, occurrence: Occurrence, lexicon: Lexicon) -> bool:
    """Whether another predicate stops a noun: "blocked passage", "its adoption was delayed"."""
    if occurrence.group is not None:
        return False
    for group in clause.groups:
        if opens_predicate(clause, group.head, group.lemma, _STOPPING, lexicon):
            before = group.head < occurrence.position <= group.head + 5 and not group.passive
            after = occurrence.end <= group.first <= occurrence.end + 4 and group.passive
            if before or after:
                return True
    return False


def _modality(clause: Clause, occurrence: Occurrence, lexicon: Lexicon) -> Modality | None:
    if occurrence.arguments[0].role == "attribute":
        return "actual"
    if occurrence.group is None:
        return modality_of_noun(clause, occurrence.position, lexicon)
    return modality_of_group(clause, occurrence.group, lexicon)


def _is_bill_content(clause: Clause, occurrence: Occurrence, grouping: Grouping) -> bool:
    """Whether the act is what a bill would do: it stands in a bill's phrase, or a bill does it."""
    if any(m.kind == "bill" and m.head < occurrence.position < m.end for m in clause.nouns):
        return True
    index = occurrence.group
    for _ in range(_CHAIN):
        low, high = agent_range(clause, index, occurrence.position, occurrence.end)
        if any(m.kind == "bill" and low <= m.head < high for m in clause.nouns):
            return True
        opening = clause.sentence.tokens[max(low, high - 3) : high]
        if any(t.lower in ("it", "which", "that") for t in opening):
            spoken_of = grouping.last_before(clause.sentence.index, 0, _PRONOUN_REACH)
            return spoken_of is not None and spoken_of.kind == "bill"
        if index is None or clause.groups[index].governor is None:
            return False
        index = clause.groups[index].governor
    return False


def _clause_range(clause: Clause, position: int) -> tuple[int, int]:
    """Positions of the stretch around a predicate in which its adjuncts stand."""
    tokens = clause.sentence.tokens
    low = 0
    high = len(tokens)
    for at in range(position - 1, -1, -1):
        if tokens[at].text == ";" or (tokens[at].text == '"' and at < position - 1):
            low = at + 1
            break
    for at in range(position + 1, len(tokens)):
        if tokens[at].text == ";":
            high = at
            break
    return low, high


def _body(clause: Clause, occurrence: Occurrence) -> str | None:
    low, high = _clause_range(clause, occurrence.position)
    best: tuple[int, str] | None = None
    for place in clause.places:
        if place.body is None:
            continue
        at = clause.position(place.start)
        if not low <= at < high:
            continue
        distance = abs(at - occurrence.position)
        crossed = [
            g
            for g in clause.groups
            if min(at, occurrence.position) < g.first and g.head < max(at, occurrence.position)
        ]
        distance += 6 * len(crossed)
        if distance <= 18 and (best is None or distance < best[0]):
            best = (distance, place.body)
    return best[1] if best else None
