"""Which parts of an economy a sanctions package is said to hit."""

import re
from collections.abc import Iterator

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Reading

_FOLLOWING = 8


def find_sectors(
    group: Group, reading: Reading, grouping: Grouping, lexicon: Lexicon
) -> tuple[str, ...]:
    """Names of the sectors that the package's phrases and what follows them name, sorted."""
    found: set[str] = set()
    for start, end in _ranges(group, reading, grouping, lexicon):
        for match in lexicon.sector_pattern.finditer(reading.folded, start, end):
            found.update(lexicon.sector_of[re.sub(r"\s+", " ", match.group()).lower()])
    return tuple(sorted(found))


def _ranges(
    group: Group, reading: Reading, grouping: Grouping, lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Where the text tells of the package: from its noun on, then sentences on its reach.

    What stands before the noun in its sentence tells of something else; so does all that
    follows the name of another measure.
    """
    told = {mention.sentence for mention in group.mentions}
    for mention in group.mentions:
        sentence = reading.clauses[mention.sentence].sentence
        yield sentence.tokens[mention.first].start, sentence.end
    for first in sorted(told):
        for clause in reading.clauses[first + 1 : first + 1 + _FOLLOWING]:
            sentence = clause.sentence
            others = {id(grouping.group_of(m)) for m in clause.mentions}
            if sentence.index in told or others - {id(group), id(None)}:
                break
            if any(token.lower in lexicon.reach_cues for token in sentence.tokens):
                yield sentence.start, sentence.end
