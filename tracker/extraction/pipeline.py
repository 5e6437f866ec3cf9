"""From an article to its record, stage by stage."""

from tracker.article import Article
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, group_mentions
from tracker.extraction.reading import Reading, read
from tracker.extraction.statuses import Found, find_statuses
from tracker.record import Bill, Mention, Package, Record, Status


def extract(article: Article, lexicon: Lexicon) -> Record:
    """Say what the article tells of bills and sanctions packages."""
    reading = read(article, lexicon)
    grouping = group_mentions(reading)
    statuses = find_statuses(reading, grouping, lexicon)
    measures = []
    for group in grouping.groups:
        own = [found for found in statuses if found.group is group]
        measure = _measure(group, own, reading, lexicon)
        if measure is not None:
            measures.append(measure)
    return Record(id=article.id, measures=tuple(measures))


def _measure(
    group: Group, found: list[Found], reading: Reading, lexicon: Lexicon
) -> Bill | Package | None:
    mentions = tuple(
        Mention(reading.text[m.start_char : m.end_char], m.start_char, m.end_char)
        for m in group.naming
    )
    statuses = _distinct([f.status for f in found])
    if not mentions:
        return None
    if group.kind == "bill":
        if not (statuses or group.title or group.number):
            return None
        return Bill(
            mentions=mentions,
            jurisdiction=("US",),
            targets=tuple(sorted(group.targets)),
            number=group.number,
            congress=None,
            title=group.title,
            statuses=statuses,
        )
    if not statuses and group.ordinal is None:
        return None
    makers = tuple(dict.fromkeys([*group.makers, *(c for f in found for c in f.agents)]))
    form = group.naming[0].form or "action"
    return Package(
        mentions=mentions,
        jurisdiction=makers[:1] or ("US",),
        targets=tuple(sorted(group.targets)),
        form=form,  # type: ignore[arg-type]
        ordinal=group.ordinal,
        statuses=statuses,
    )


def _distinct(statuses: list[Status]) -> tuple[Status, ...]:
    kept: dict[tuple[str, str, str | None, str | None], Status] = {}
    for status in statuses:
        kept.setdefault((status.status, status.modality, status.date, status.body), status)
    return tuple(kept.values())
