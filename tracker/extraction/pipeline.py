"""From an article to its record, stage by stage."""

from tracker.article import Article
from tracker.extraction.acts import with_acts
from tracker.extraction.assembly import Claims, assemble
from tracker.extraction.context import with_context
from tracker.extraction.designations import find_designations
from tracker.extraction.language import require_english
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping, group_mentions
from tracker.extraction.predicates import find_all
from tracker.extraction.reading import Reading, read
from tracker.extraction.selection import reason_to_leave_out
from tracker.extraction.shortforms import with_short_forms
from tracker.extraction.sponsors import find_sponsors
from tracker.extraction.statuses import Found, find_statuses
from tracker.extraction.support import find_support
from tracker.extraction.tallies import find_votes
from tracker.extraction.thresholds import find_thresholds
from tracker.extraction.weights import Model
from tracker.record import Mention, Omission, Record, Status

CAUTION = 0.15
"""How much surer a claim that settles a measure's fate must be than any other, in probability."""

_SETTLING = frozenset(
    {"adopted", "passed", "enacted", "vetoed", "overridden", "ended", "failed", "cleared"}
    | {"extended", "eased"}
)


def extract(article: Article, lexicon: Lexicon) -> Record:
    """Say what the article tells of bills and sanctions packages.

    Raises:
        InputError: The article is not in English.
    """
    require_english(article, lexicon)
    reading, grouping, readings = analyse(article, lexicon)
    sureness = [lexicon.claim_model.probability(found.features) for found in readings]
    statuses = accepted(readings, sureness, lexicon.claim_model)
    claims = gather(reading, grouping, statuses, lexicon)
    best = surest(readings, sureness)
    kept, omissions = _selected(grouping, claims, best, article.text, lexicon)
    return Record(
        id=article.id,
        measures=assemble(reading, kept, claims, lexicon),
        omissions=omissions,
    )


def analyse(article: Article, lexicon: Lexicon) -> tuple[Reading, Grouping, list[Found]]:
    """The article read, its measures, and every reading of a predicate as a status claim."""
    reading = with_acts(with_short_forms(read(article, lexicon)), lexicon)
    occurrences = find_all(reading.clauses, lexicon)
    grouping = group_mentions(reading, occurrences)
    readings = find_statuses(reading, occurrences, grouping, lexicon)
    return reading, grouping, with_context(readings)


def accepted(readings: list[Found], sureness: list[float], model: Model) -> list[Found]:
    """The readings that are surer than the model's threshold.

    A threat told as an adoption is the worst error: the threshold of an actual claim that
    settles what becomes of its measure is the higher by `CAUTION`.
    """
    return [
        found
        for found, probability in zip(readings, sureness, strict=True)
        if probability >= model.threshold + (CAUTION if _settles(found.status) else 0)
    ]


def _settles(status: Status) -> bool:
    return status.modality == "actual" and status.status in _SETTLING


def surest(readings: list[Found], sureness: list[float]) -> dict[int, float]:
    """Probability of the surest reading about each measure, by the identity of its group."""
    best: dict[int, float] = {}
    for found, probability in zip(readings, sureness, strict=True):
        best[id(found.group)] = max(probability, best.get(id(found.group), 0.0))
    return best


def gather(reading: Reading, grouping: Grouping, statuses: list[Found], lexicon: Lexicon) -> Claims:
    """The status claims that hold, and the claims of every other kind."""
    return Claims(
        statuses=statuses,
        sponsors=find_sponsors(reading, grouping, lexicon),
        support=find_support(reading, grouping, lexicon),
        thresholds=find_thresholds(reading, grouping, lexicon, _fates(statuses)),
        votes=find_votes(reading, grouping, [(f.group, f.status) for f in statuses]),
        designations=find_designations(reading, grouping, lexicon, _adopting(statuses)),
    )


def _selected(
    grouping: Grouping,
    claims: Claims,
    best: dict[int, float],
    text: str,
    lexicon: Lexicon,
) -> tuple[Grouping, tuple[Omission, ...]]:
    """The measures that belong in the record, and the mentions of the others with the reason."""
    kept: list[Group] = []
    omissions: list[Omission] = []
    for group in grouping.groups:
        own = claims.of(group)
        reason = reason_to_leave_out(group, grouping, own, best.get(id(group), 0.0), lexicon)
        if reason is None:
            kept.append(group)
            continue
        for mention in group.mentions:
            start, end = mention.start_char, mention.end_char
            omissions.append(Omission(Mention(text[start:end], start, end), reason))
    return Grouping(tuple(kept), grouping.of_mention), tuple(omissions)


def _fates(statuses: list[Found]) -> dict[int, set[str]]:
    """What is told as fact of each measure that is told of, by the identity of its group."""
    fates: dict[int, set[str]] = {}
    for found in statuses:
        fate = fates.setdefault(id(found.group), set())
        if found.status.modality == "actual":
            fate.add(found.status.status)
    return fates


def _adopting(statuses: list[Found]) -> dict[int, Group]:
    """By sentence, the package whose imposition it tells of."""
    return {found.sentence: found.group for found in statuses if found.group.kind == "package"}
