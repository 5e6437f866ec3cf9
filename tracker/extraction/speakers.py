"""Who speaks in the article's quotations."""

from bisect import bisect_right

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.people import PersonMention
from tracker.extraction.reading import Clause, Reading


class Speakers:
    """The person who speaks, by place in the text."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._starts: list[int] = []
        self._people: list[PersonMention | None] = []
        spoken: dict[int, PersonMention] = {}
        for clause in reading.clauses:
            person = _speaker(reading, clause, lexicon.sponsorship["say"])
            if person is not None:
                spoken.setdefault(clause.sentence.paragraph, person)
        current: PersonMention | None = None
        paragraph = -1
        for clause in reading.clauses:
            if clause.sentence.paragraph != paragraph:
                paragraph = clause.sentence.paragraph
                goes_on = reading.folded[clause.sentence.start] in "\"'"
                current = spoken.get(paragraph, current if goes_on else None)
                self._starts.append(clause.sentence.start)
                self._people.append(current)
            if clause.sentence.tokens[-1].text == ":" and clause.people:
                current = clause.people[0]

    def at(self, offset: int) -> tuple[PersonMention, ...]:
        """Who speaks at a place of the text, empty where it cannot be told."""
        index = bisect_right(self._starts, offset) - 1
        person = self._people[index] if index >= 0 else None
        return (person,) if person is not None else ()


def _speaker(reading: Reading, clause: Clause, say: frozenset[str]) -> PersonMention | None:
    """The person nearest to a verb of saying, outside quotation marks."""
    tokens = clause.sentence.tokens
    outside = [p for p in clause.people if not reading.quoted(p.start)]
    if not outside:
        return None
    for group in clause.groups:
        if group.lemma in say and not reading.quoted(tokens[group.head].start):
            at = tokens[group.head].start
            return min(outside, key=lambda p: abs(p.start - at))
    return None
