"""Counts of people, entities, vessels and banks that a package lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.counts import is_rough_form
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.listing import Counted, find_listed, opens_item
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Clause, Reading
from tracker.record import Designation

_MEMORY = 5


@dataclass(frozen=True, slots=True)
class FoundDesignation:
    """A count and the package that it is of."""

    group: Group
    designation: Designation


def find_designations(
    reading: Reading, grouping: Grouping, lexicon: Lexicon, adopted: dict[int, Group]
) -> list[FoundDesignation]:
    """Every count of what a package lists, one entry a package, type and number.

    Args:
        reading: The article.
        grouping: Its measures.
        lexicon: Nouns of what is listed and words that tie a count to a package.
        adopted: By sentence number, the package whose imposition that sentence tells of.
    """
    finder = _Finder(reading, grouping, lexicon, adopted)
    return _distinct([found for clause in reading.clauses for found in finder.in_clause(clause)])


class _Finder:
    """Looks for counts sentence by sentence, remembering the package last spoken of."""

    def __init__(
        self, reading: Reading, grouping: Grouping, lexicon: Lexicon, adopted: dict[int, Group]
    ) -> None:
        self._reading = reading
        self._grouping = grouping
        self._lexicon = lexicon
        self._adopted = adopted
        self._told = {id(group) for group in adopted.values()}
        self._last: Group | None = None
        self._last_in = -_MEMORY
        self._list_of: Group | None = None

    def in_clause(self, clause: Clause) -> Iterator[FoundDesignation]:
        """The counts that one sentence ties to a package."""
        index, tokens = clause.sentence.index, clause.sentence.tokens
        earlier = self._earlier(clause)
        packages = self._packages(clause, earlier)
        otherwise = self._adopted.get(index) or earlier
        for counted in find_listed(clause, self._lexicon, in_list=self._list_of is not None):
            group = _nearest(packages, counted.count.first) or otherwise
            if group is not None:
                yield self._found(clause, counted, group)
        if packages or index in self._adopted:
            self._last = self._adopted.get(index) or packages[-1][1]
            self._last_in = index
        if tokens[-1].text == ":":
            self._list_of = self._last
        elif not (opens_item(tokens) or tokens[-1].text in (";", ",")):
            self._list_of = None

    def _earlier(self, clause: Clause) -> Group | None:
        """The package whose list a sentence stands in, else the one spoken of lately."""
        recent = clause.sentence.index - self._last_in < _MEMORY
        if self._list_of is None and (recent or opens_item(clause.sentence.tokens)):
            return self._last
        return self._list_of

    def _packages(self, clause: Clause, earlier: Group | None) -> list[tuple[int, Group]]:
        """The packages of a sentence with the position of each mention.

        "It brings travel bans on 48 people": a phrase that says what an earlier package does
        names none beside it, and keeps that one in mind.
        """
        found: list[tuple[int, Group]] = []
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is None or group.kind != "package":
                continue
            untold = id(earlier) in self._told and id(group) not in self._told
            if untold and _is_bare(mention):
                self._last_in = clause.sentence.index
            else:
                found.append((mention.first, group))
        return found

    def _found(self, clause: Clause, counted: Counted, group: Group) -> FoundDesignation:
        start, end = clause.sentence.start, clause.sentence.end
        return FoundDesignation(
            group,
            Designation(
                quote=self._reading.text[start:end],
                start=start,
                end=end,
                found_by="count",
                type=counted.type,
                count=counted.count.value,
                comparator=counted.count.comparator,
            ),
        )


def _nearest(packages: list[tuple[int, Group]], position: int) -> Group | None:
    """The package nearest before a position, else the first after it."""
    before = [group for first, group in packages if first <= position]
    if before:
        return before[-1]
    return packages[0][1] if packages else None


def _is_bare(mention: MeasureMention) -> bool:
    """Whether a phrase only says what sanctions do: "travel bans", with no maker or target."""
    named = mention.makers or mention.targets or mention.ordinal is not None
    return not (named or mention.fresh or mention.definite == "definite")


def _distinct(found: list[FoundDesignation]) -> list[FoundDesignation]:
    """One entry a package, type and number, without rough forms of exact numbers."""
    kept: dict[tuple[int, str, int], FoundDesignation] = {}
    exact: dict[tuple[int, str], set[int]] = {}
    for item in found:
        row = item.designation
        kept.setdefault((id(item.group), row.type, row.count), item)
        if row.comparator == "=":
            exact.setdefault((id(item.group), row.type), set()).add(row.count)
    return [
        item
        for item in kept.values()
        if not is_rough_form(
            item.designation.count,
            item.designation.comparator,
            exact.get((id(item.group), item.designation.type), ()),
        )
    ]
