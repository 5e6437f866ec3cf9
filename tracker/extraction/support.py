"""Counts of cosponsors and supporters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.counts import Count, find_counts, is_rough_form
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import ordinal
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.record import Comparator, Support, SupportKind

_LONGEST_PHRASE = 7
_REACH = 6
_MEMORY = 3
_LARGEST = 1000


@dataclass(frozen=True, slots=True)
class FoundSupport:
    """A count and the bill that it supports."""

    group: Group
    support: Support


@dataclass(frozen=True, slots=True)
class _Words:
    cosponsors: frozenset[str]
    members: frozenset[str]
    verbs: frozenset[str]
    signing: frozenset[str]
    nouns: frozenset[str]
    votes: frozenset[str]


def find_support(reading: Reading, grouping: Grouping, lexicon: Lexicon) -> list[FoundSupport]:
    """Every count of cosponsors or supporters that is tied to a bill, each once."""
    finder = _Finder(reading, grouping, lexicon)
    return _distinct([found for clause in reading.clauses for found in finder.in_clause(clause)])


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    table = {name: frozenset(text.split()) for name, text in lexicon.counts["support"].items()}
    return _Words(cosponsors=lexicon.sponsorship["cosponsor_nouns"], **table)


class _Finder:
    """Looks for counts sentence by sentence, remembering the bill last spoken of."""

    def __init__(self, reading: Reading, grouping: Grouping, lexicon: Lexicon) -> None:
        self._reading = reading
        self._grouping = grouping
        self._lexicon = lexicon
        self._words = _words(lexicon)
        self._anaphors = lexicon.noun_set("bill", "anaphors")
        self._last: Group | None = None
        self._last_in = -_MEMORY

    def in_clause(self, clause: Clause) -> Iterator[FoundSupport]:
        """The counts that one sentence ties to a bill."""
        bill = self._bill(clause)
        if bill is not None:
            for count in (*find_counts(clause, self._lexicon), *_ordinals(clause)):
                kind = self._kind(clause, count)
                if kind is not None and 1 < count.value < _LARGEST:
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

    def _kind(self, clause: Clause, count: Count) -> SupportKind | None:
        """What a number counts, None where it is neither cosponsors nor supporters."""
        tokens = clause.sentence.tokens
        head = self._head(tokens, count.end)
        if head is None:
            return None
        word = tokens[head].lower
        if word in self._words.cosponsors:
            return "cosponsors"
        if word in self._words.votes:
            return "supporters" if self._has_votes(clause, count, head) else None
        kind = self._backing(clause, count, head)
        told = bool(clause.mentions) or self._points_back(tokens)
        return kind if told or kind == "cosponsors" else None

    def _head(self, tokens: tuple[Token, ...], start: int) -> int | None:
        """Position of the noun that a number counts: "38 Senate Democratic colleagues"."""
        found: int | None = None
        for position in range(start, min(start + _LONGEST_PHRASE, len(tokens))):
            token = tokens[position]
            counted = token.lower in self._words.cosponsors | self._words.members
            if counted or token.lower in self._words.votes:
                found = position
            elif found is not None or not (
                token.is_nominal or token.tag in ("PRPS", "DT", "VBN") or token.lower == "of"
            ):
                break
        return found

    def _points_back(self, tokens: tuple[Token, ...]) -> bool:
        return any(t.lower == "it" or t.lower in self._anaphors for t in tokens)

    def _has_votes(self, clause: Clause, count: Count, head: int) -> bool:
        """Whether votes are counted on: "there were 55 votes to pass it", no need and no tally."""
        tokens = clause.sentence.tokens
        verb = next((g for g in reversed(clause.groups) if g.head < count.first), None)
        if verb is None or count.first - verb.head > 3 or verb.lemma not in ("be", "have"):
            return False
        following = tokens[head + 1].lower if head + 1 < len(tokens) else ""
        return following in ("to", "for", "in")

    def _backing(self, clause: Clause, count: Count, head: int) -> SupportKind | None:
        tokens = clause.sentence.tokens
        if tokens[head].lower in ("supporters", "backers"):
            return "supporters"
        for group in clause.groups:
            if head < group.first <= head + _REACH and not group.negated:
                told = self._after(tokens, group)
                if told is not None:
                    return told
        before = next((g for g in reversed(clause.groups) if g.head < count.first), None)
        if before is not None and count.first - before.head <= 8:
            return self._before(clause, before, count, head)
        link = tokens[count.first - 1].lower if count.first else ""
        noun = tokens[count.first - 2].lower if count.first > 1 else ""
        return "supporters" if link in ("of", "from") and noun in self._words.nouns else None

    def _after(self, tokens: tuple[Token, ...], group: VerbGroup) -> SupportKind | None:
        """What the verb after a count says: "80 senators support it", "225 have signed on"."""
        following = [t.lower for t in tokens[group.head + 1 : group.head + 6]]
        if group.lemma in self._words.signing:
            return "cosponsors"
        if group.lemma in ("sign", "join") and self._words.cosponsors & set(following):
            return "cosponsors"
        if group.lemma == "sign":
            return "cosponsors" if following[:1] in (["on"], ["onto"]) else None
        if group.lemma in self._words.verbs and not group.passive:
            return "supporters"
        if group.form == "infinitive" and self._words.nouns & set(following):
            return "supporters"
        future = group.form == "infinitive" or group.modal is not None
        return "supporters" if group.lemma == "vote" and future and "for" in following else None

    def _before(
        self, clause: Clause, group: VerbGroup, count: Count, head: int
    ) -> SupportKind | None:
        """What the verb before a count says: "backed by 80", "joined 38 in introducing"."""
        tokens = clause.sentence.tokens
        between = {t.lower for t in tokens[group.head + 1 : count.first]}
        following = tokens[head + 1 : head + 4]
        if "by" in between and group.lemma in self._words.signing:
            return "cosponsors"
        if "by" in between and group.lemma in self._words.verbs:
            return "supporters"
        if group.lemma == "join":
            introducing = any(t.lemma in self._words.verbs | self._words.signing for t in following)
            return "supporters" if introducing else None
        nouns = between & self._words.nouns
        return "supporters" if nouns and between & {"of", "from"} else None

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


def _ordinals(clause: Clause) -> Iterator[Count]:
    """Counts that an ordinal tells: "the 11th Democrat to sign on"."""
    tokens = clause.sentence.tokens
    for position, token in enumerate(tokens[:-2]):
        value = ordinal(token.lower)
        if value is not None and tokens[position + 2].lower in ("to", "of"):
            exactly: Comparator = "="
            yield Count(position, position + 1, value, exactly)


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
