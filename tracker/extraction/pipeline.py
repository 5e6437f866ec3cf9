"""From an article to its record, stage by stage."""

from tracker.article import Article
from tracker.extraction.assembly import Claims, assemble
from tracker.extraction.designations import find_designations
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, group_mentions
from tracker.extraction.predicates import find_occurrences
from tracker.extraction.reading import read
from tracker.extraction.sponsors import find_sponsors
from tracker.extraction.statuses import Found, find_statuses
from tracker.extraction.support import find_support
from tracker.extraction.tallies import find_votes
from tracker.extraction.thresholds import find_thresholds
from tracker.record import Record


def extract(article: Article, lexicon: Lexicon) -> Record:
    """Say what the article tells of bills and sanctions packages."""
    reading = read(article, lexicon)
    occurrences = tuple(find_occurrences(clause, lexicon) for clause in reading.clauses)
    grouping = group_mentions(reading, occurrences)
    statuses = find_statuses(reading, occurrences, grouping, lexicon)
    claims = Claims(
        statuses=statuses,
        sponsors=find_sponsors(reading, grouping, lexicon),
        support=find_support(reading, grouping),
        thresholds=find_thresholds(reading, grouping, lexicon, _fates(statuses)),
        votes=find_votes(reading, grouping, [(f.group, f.status) for f in statuses]),
        designations=find_designations(reading, grouping, _adopting(statuses)),
    )
    return Record(id=article.id, measures=assemble(reading, grouping, claims, lexicon))


def _fates(statuses: list[Found]) -> dict[int, set[str]]:
    """What is told as fact of each measure, by the identity of its group."""
    fates: dict[int, set[str]] = {}
    for found in statuses:
        if found.status.modality == "actual":
            fates.setdefault(id(found.group), set()).add(found.status.status)
    return fates


def _adopting(statuses: list[Found]) -> dict[int, Group]:
    """By sentence, the package whose imposition it tells of."""
    return {
        found.sentence: found.group
        for found in statuses
        if found.group.kind == "package"
    }
