"""What the models look at: named properties of a claim's reading and of a measure's."""

from collections.abc import Iterator

from tracker.extraction.measures import Group, Grouping
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.occurrences import Argument, Occurrence
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.weights import bucket
from tracker.record import Status

_TELLING_PAIRS = (
    ("predicate", "role"),
    ("predicate", "modality"),
    ("predicate", "shape"),
    ("predicate", "kind"),
    ("role", "argument"),
    ("role", "distance"),
    ("role", "main"),
    ("status", "modality"),
    ("status", "body"),
    ("modality", "quoted"),
    ("argument", "determiner"),
)


def claim_features(
    reading: Reading,
    clause: Clause,
    occurrence: Occurrence,
    argument: Argument,
    group: Group,
    status: Status,
    grouping: Grouping,
) -> tuple[str, ...]:
    """Properties of one reading of a predicate as a status claim."""
    plain = [f"kind={group.kind}"]
    plain.extend(_predicate_features(clause, occurrence, argument, group, status))
    plain.extend(_place_features(reading, clause, occurrence))
    plain.extend(_group_features(group, grouping))
    return (*plain, *_pairs(plain))


def _pairs(plain: list[str]) -> Iterator[str]:
    """Both of two properties that tell more together than each by itself."""
    by_name = {feature.partition("=")[0]: feature for feature in plain}
    for one, other in _TELLING_PAIRS:
        if one in by_name and other in by_name:
            yield f"{by_name[one]} & {by_name[other]}"


def _predicate_features(
    clause: Clause, occurrence: Occurrence, argument: Argument, group: Group, status: Status
) -> Iterator[str]:
    yield f"predicate={occurrence.predicate.name}"
    yield f"role={argument.role}"
    yield f"modality={status.modality}"
    yield f"status={status.status}"
    yield f"shape={_shape(clause, occurrence)}"
    yield f"distance={bucket(abs(argument.position - occurrence.position), (2, 5, 9, 14))}"
    mention = argument.mention
    if mention is None:
        yield "argument=pronoun"
    else:
        yield f"argument={_naming(mention)}"
        yield f"determiner={mention.definite}"
        yield f"inside={mention.inside}"
    yield f"agents={bool(occurrence.agents)}"
    yield f"legislative={occurrence.legislative}"
    yield f"own agent={bool(set(occurrence.agents) & group.makers)}"
    yield f"agent is target={bool(set(occurrence.agents) & group.targets)}"
    yield f"dated={status.date is not None}"
    yield f"body={status.body is not None}"
    yield f"condition={status.condition is not None}"
    if occurrence.group is not None:
        verb = clause.groups[occurrence.group]
        yield f"modal={verb.modal}"
        yield f"past={verb.past}"
        yield f"perfect={verb.perfect}"
        if verb.governor is not None:
            yield f"governor={clause.groups[verb.governor].lemma}"
        if verb.governor_noun is not None:
            yield f"governor noun={clause.sentence.tokens[verb.governor_noun].lower}"


def _shape(clause: Clause, occurrence: Occurrence) -> str:
    if occurrence.group is None:
        return "noun"
    verb = clause.groups[occurrence.group]
    return f"{verb.form}{' passive' if verb.passive else ''}"


def _naming(mention: MeasureMention) -> str:
    if mention.anaphor:
        return "anaphor"
    if mention.title is not None:
        return "title"
    return "phrase" if mention.number is None else "number"


def _place_features(reading: Reading, clause: Clause, occurrence: Occurrence) -> Iterator[str]:
    tokens = clause.sentence.tokens
    offset = tokens[occurrence.position].start
    yield f"quoted={reading.quoted(offset)}"
    yield f"headline={clause.sentence.index == 0}"
    yield f"sentence={bucket(clause.sentence.index, (0, 2, 5, 12, 25))}"
    yield f"question={any(t.text == '?' for t in tokens[-2:])}"
    yield f"length={bucket(len(tokens), (12, 25, 45))}"
    if occurrence.position:
        yield f"before={tokens[occurrence.position - 1].tag}"
    if occurrence.end < len(tokens):
        yield f"after={tokens[occurrence.end].tag}"


def _group_features(group: Group, grouping: Grouping) -> Iterator[str]:
    rivals, most = grouping.rivals[group.kind]
    first = group.mentions[0]
    yield f"rivals={bucket(rivals, (1, 2, 4))}"
    yield f"main={len(group.mentions) == most}"
    yield f"mentions={bucket(len(group.mentions), (1, 2, 4, 8))}"
    yield f"first={bucket(first.sentence, (0, 2, 5, 12))}"
    yield f"titled={group.title is not None}"
    yield f"numbered={group.number is not None or group.ordinal is not None}"
    yield f"targets={bool(group.targets)}"
    yield f"makers={bool(group.makers)}"
    if group.kind == "package":
        yield f"fresh={group.fresh}"
        yield f"standing={group.standing}"
        yield f"form={group.form}"


def naming_features(group: Group) -> Iterator[str]:
    """Properties of the phrases that name a measure."""
    first = (group.naming or group.mentions)[0]
    yield f"determiner={first.definite}"
    yield f"head={first.head_word}"
    yield f"plural={first.plural}"
    yield f"owners={bool(group.owners)}"
    yield f"act={first.act}"
    yield f"other={first.other}"
    yield f"inside={first.inside}"
    yield f"words={bucket(len(first.words), (0, 1, 3, 6))}"
    yield f"heads={len({m.head_word for m in group.naming}) > 1}"


def measure_features(
    group: Group,
    grouping: Grouping,
    statuses: list[Status],
    other_claims: int,
    best_reading: float,
) -> tuple[str, ...]:
    """Properties of a measure that tell whether the article really tells of it.

    Args:
        group: Its mentions.
        grouping: All measures of the article.
        statuses: Its status claims.
        other_claims: Count of its other claims.
        best_reading: Probability of the surest status claim about it, kept or not.
    """
    plain = list(_group_features(group, grouping))
    plain.extend(naming_features(group))
    plain.append(f"claims={bucket(len(statuses), (0, 1, 2, 4))}")
    plain.append(f"other claims={bucket(other_claims, (0, 1, 3))}")
    plain.append(f"best={bucket(int(best_reading * 100), (0, 10, 25, 40, 60, 80))}")
    plain.append(f"actual={any(s.modality == 'actual' for s in statuses)}")
    plain.extend(f"claim={s.status} {s.modality}" for s in statuses)
    both = f"targets={bool(group.targets)} makers={bool(group.makers)} claims={bool(statuses)}"
    key = f"kind={group.kind}"
    return (*plain, both, *(f"{key} {name}" for name in (*plain, both)))
