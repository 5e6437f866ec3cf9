"""Counts of cosponsors and supporters."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.backing import find_backing
from tracker.extraction.counts import Count, is_rough_form
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tallies import tells_tally
from tracker.record import Support, SupportKind

_LONGEST_PHRASE = 7
_MEMORY = 3


@dataclass(frozen=True, slots=True)
class FoundSupport:
    """A count and the bill that it supports."""

    group: Group
    support: Support


def find_support(reading: Reading, grouping: Grouping, lexicon: Lexicon) -> list[FoundSupport]:
    """Every count of cosponsors or supporters that is tied to a bill, each once."""
    finder = _Finder(reading, grouping, lexicon)
    return _distinct([found for clause in reading.clauses for found in finder.in_clause(clause)])


class _Finder:
    """Looks for counts sentence by sentence, remembering the bill last spoken of."""

    def __init__(self, reading: Reading, grouping: Grouping, lexicon: Lexicon) -> None:
        self._reading = reading
        self._grouping = grouping
        self._lexicon = lexicon
        self._last: Group | None = None
        self._last_in = -_MEMORY

    def in_clause(self, clause: Clause) -> Iterator[FoundSupport]:
        """The counts that one sentence ties to a bill."""
        bill = self._bill(clause)
        if bill is not None:
            voted = tells_tally(clause, self._reading.folded)
            for count, kind in find_backing(clause, self._lexicon):
                # Those who gave a tally its votes are told by the tally.
                if kind == "cosponsors" or not voted:
                    yield self._found(clause, count, kind, bill)
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is not None and group.kind == "bill":
                self._last, self._last_in = group, clause.sentence.index

    def _bill(self, clause: Clause) -> Group | None:
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is not None and group.kind == "bill":
                return group
        return self._last if clause.sentence.index - self._last_in <= _MEMORY else None

    def _found(self, clause: Clause, count: Count, kind: SupportKind, bill: Group) -> FoundSupport:
        start, end = clause.sentence.start, clause.sentence.end
        return FoundSupport(
            bill,
            Support(
                quote=self._reading.text[start:end],
                start=start,
                end=end,
                found_by=kind,
                kind=kind,
                count=count.value,
                comparator=count.comparator,
                body=_body(clause, count),
            ),
        )


def _body(clause: Clause, count: Count) -> str | None:
    """The chamber of those counted, from their noun or the people of the sentence."""
    words = {t.lower for t in clause.sentence.tokens[count.end : count.end + _LONGEST_PHRASE]}
    if words & {"senator", "senators", "senate"}:
        return "us-senate"
    if words & {"representatives", "congressmen", "house"}:
        return "us-house"
    chambers = {person.chamber for person in clause.people if person.chamber}
    return chambers.pop() if len(chambers) == 1 else None


def _distinct(found: list[FoundSupport]) -> list[FoundSupport]:
    """One entry a bill, kind and number, without rough forms of exact numbers."""
    kept: dict[tuple[int, str, int], FoundSupport] = {}
    exact: dict[tuple[int, str], set[int]] = {}
    for item in found:
        row = item.support
        kept.setdefault((id(item.group), row.kind, row.count), item)
        if row.comparator == "=":
            exact.setdefault((id(item.group), row.kind), set()).add(row.count)
    return [
        item
        for item in kept.values()
        if not is_rough_form(
            item.support.count,
            item.support.comparator,
            exact.get((id(item.group), item.support.kind), ()),
        )
    ]
