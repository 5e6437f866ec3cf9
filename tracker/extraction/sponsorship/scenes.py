"""A sentence as the rules of sponsorship see it: its verbs, bills and people."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.cohorts import Cohort, find_cohorts
from tracker.extraction.measures import Group
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token


class NamedBill(NamedTuple):
    """A mention of a bill in a sentence, and the bill."""

    mention: MeasureMention
    bill: Group


class Scene:
    """A sentence with its cohorts and its bills; positions count tokens."""

    def __init__(self, clause: Clause, bill_of: Callable[[MeasureMention], Group | None]) -> None:
        self.clause = clause
        self.tokens = clause.sentence.tokens
        self.groups = clause.groups
        self.bills = [
            NamedBill(mention, bill)
            for mention in clause.mentions
            if mention.kind == "bill" and (bill := bill_of(mention)) is not None
        ]

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """People named together, in text order."""
        return find_cohorts(self.clause)

    @property
    def opens_list(self) -> bool:
        """Whether the sentence ends in a colon."""
        return self.tokens[-1].text == ":"

    def lower(self, position: int) -> str:
        """The word at a position in lower case, empty outside the sentence."""
        return self.tokens[position].lower if 0 <= position < len(self.tokens) else ""

    def dated(self, token: Token) -> bool:
        """Whether a word is part of a date, such as "last week" or "on Tuesday"."""
        return any(d.start <= token.start < d.end for d in self.clause.dates)

    def next_finite(self, position: int) -> int:
        """Position of the first finite verb group after a position, else the sentence's end."""
        return next(
            (g.first for g in self.groups if g.first > position and g.form == "finite"),
            len(self.tokens),
        )

    def cohort_after(self, position: int, stop: int) -> Cohort | None:
        """The first cohort that begins after a position and before another."""
        return next((c for c in self.cohorts if position <= c.first < stop), None)

    def agents(self, group: VerbGroup) -> Cohort | None:
        """The people after "by", as in "introduced last week by A and B"."""
        stop = self.next_finite(group.head)
        for cohort in self.cohorts:
            if group.head < cohort.link < stop and self.lower(cohort.link) == "by":
                between = self.tokens[group.head + 1 : cohort.link]
                objects = any(t.tag in ("NN", "NNP") and not self.dated(t) for t in between)
                return cohort if group.passive or not objects else None
        return None

    def governor(self, index: int) -> int | None:
        """The verb that a gerund hangs on, over any distance: "led A, B and C in writing"."""
        group = self.groups[index]
        if group.governor is not None or group.form not in ("gerund", "infinitive") or not index:
            return group.governor
        return index - 1 if self.lower(group.first - 1) in ("in", "on") else None

    def in_first_person(self, group: VerbGroup) -> bool:
        """Whether "I" or "we" is the subject of a verb."""
        return any(self.lower(p) in ("i", "we") for p in range(group.first - 3, group.first))

    def is_relative(self, group: VerbGroup) -> bool:
        """Whether a verb's clause stands between another's subject and verb: "who chairs"."""
        before = range(max(0, group.first - 2), group.first)
        return any(self.tokens[p].tag == "WH" for p in before)

    def shares_subject(self, index: int) -> bool:
        """Whether a verb has the subject of the one before: "has pushed and in May introduced"."""
        first = self.groups[index].first
        adverbial = self.groups[index].form == "gerund"
        nouns = 0
        for position in range(first - 1, self.groups[index - 1].head, -1):
            token = self.tokens[position]
            if self.dated(token) or token.tag == "RB":
                continue
            if token.lower in ("and", "but", "then") or (adverbial and token.text == ","):
                return nouns == 0
            if token.tag == "IN":
                if adverbial and nouns == 0:
                    return True
                nouns = 0
            elif token.tag in ("NN", "NNP", "PRP"):
                nouns += 1
            elif token.tag not in ("DT", "JJ", "CD"):
                return False
        return False

    def floor(self, owner: int) -> int:
        """Position of the last finite verb before a verb group whose clause is not relative."""
        heads = (
            g.head for g in self.groups[:owner] if g.form == "finite" and not self.is_relative(g)
        )
        return max(heads, default=-1)
