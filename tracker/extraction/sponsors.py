"""Who introduced a bill and who joined it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.people import PersonMention, last_name
from tracker.extraction.reading import Clause, Reading
from tracker.record import Role, Sponsor

_LIST_GAP = 45


@dataclass(frozen=True, slots=True)
class FoundSponsor:
    """A sponsorship and the bill that it is of."""

    group: Group
    sponsor: Sponsor


def find_sponsors(reading: Reading, grouping: Grouping, lexicon: Lexicon) -> list[FoundSponsor]:
    """Every sponsorship that the article tells, in text order."""
    finder = _Finder(reading, grouping, lexicon)
    found: list[FoundSponsor] = []
    for clause in reading.clauses:
        for group, role, person, rule in finder.in_clause(clause):
            found.append(FoundSponsor(group, _sponsor(reading, clause, role, person, rule)))
    return found


def _sponsor(reading: Reading, clause: Clause, role: Role, person: PersonMention, rule: str) -> Sponsor:
    start, end = clause.sentence.start, clause.sentence.end
    return Sponsor(
        quote=reading.text[start:end],
        start=start,
        end=end,
        found_by=rule,
        name=person.name,
        role=role,
    )


Hit = tuple[Group, Role, PersonMention, str]


class _Finder:
    """Looks for sponsorships clause by clause, remembering who and what was spoken of."""

    def __init__(self, reading: Reading, grouping: Grouping, lexicon: Lexicon) -> None:
        self._reading = reading
        self._grouping = grouping
        words = lexicon.sponsorship
        self._sponsor_verbs = words["sponsor"]
        self._cosponsor_verbs = words["cosponsor"]
        self._sponsor_nouns = words["nouns_sponsor"]
        self._cosponsor_nouns = words["nouns_cosponsor"]
        self._last_bill: Group | None = None
        self._last_person: PersonMention | None = None
        self._principal = _principal(reading.people)

    def in_clause(self, clause: Clause) -> Iterator[Hit]:
        """The sponsorships that one sentence tells."""
        yield from self._from_owners(clause)
        for index, group in enumerate(clause.groups):
            if group.lemma in self._sponsor_verbs:
                yield from self._from_verb(clause, index, "sponsor")
            elif group.lemma in self._cosponsor_verbs:
                yield from self._from_verb(clause, index, "cosponsor")
            elif group.lemma == "join":
                yield from self._from_join(clause, index)
        yield from self._from_nouns(clause)
        bills = list(self._bills(clause, 0, len(clause.sentence.tokens)))
        if bills:
            self._last_bill = bills[-1]
        legislators = [p for p in clause.people if p.legislator]
        if legislators:
            self._last_person = legislators[0]

    def _bills(self, clause: Clause, low: int, high: int) -> Iterator[Group]:
        for mention in clause.mentions:
            if mention.kind == "bill" and low <= mention.head < high:
                group = self._grouping.group_of(mention)
                if group is not None:
                    yield group

    def _from_owners(self, clause: Clause) -> Iterator[Hit]:
        """"Cruz's bill", "the Graham-Blumenthal bill", "his legislation"."""
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is None or group.kind != "bill":
                continue
            for owner in mention.owners:
                person = next((p for p in self._reading.people if p.last == last_name(owner)), None)
                if person is not None and person.legislator:
                    yield group, "sponsor", person, "named after"
            opening = clause.sentence.tokens[mention.first].lower
            if opening in ("his", "her", "my") and mention.title is None or self._own_title(clause, mention.first):
                holder = self._holder(clause, mention.start_char)
                if holder is not None and holder.legislator and not mention.plural:
                    yield group, "sponsor", holder, "possessive"

    @staticmethod
    def _own_title(clause: Clause, first: int) -> bool:
        return first > 0 and clause.sentence.tokens[first - 1].lower in ("his", "her", "my")

    def _holder(self, clause: Clause, offset: int) -> PersonMention | None:
        before = [p for p in clause.people if p.start < offset]
        if before:
            return before[0]
        after = [p for p in clause.people if p.start > offset]
        if self._reading.quoted(offset) and after:
            return after[0]
        return self._last_person

    def _from_verb(self, clause: Clause, index: int, role: Role) -> Iterator[Hit]:
        group = clause.groups[index]
        bills = self._object_bills(clause, index)
        if not bills:
            return
        rule = group.lemma
        if group.passive:
            people = self._after(clause, group.head, "by")
            for bill in bills[:1]:
                for person in people:
                    yield bill, role, person, rule
            return
        governor = clause.groups[group.governor] if group.governor is not None else None
        if governor is not None and governor.lemma in ("join", "lead", "help"):
            yield from self._joint(clause, group, governor, bills)
            return
        people = self._subject_people(clause, index)
        for bill in bills:
            for person, own_role in people:
                yield bill, own_role if role == "sponsor" else role, person, rule
        if people and role == "sponsor" and group.lemma != "announce":
            for bill in bills:
                for person in self._after_bill(clause, group, "with"):
                    yield bill, role, person, rule

    def _joint(
        self, clause: Clause, group: VerbGroup, governor: VerbGroup, bills: list[Group]
    ) -> Iterator[Hit]:
        """"X joined Y in introducing", "X led Y in introducing"."""
        tokens = clause.sentence.tokens
        between = [
            p
            for p in clause.people
            if tokens[governor.head].end <= p.start < tokens[group.first].start
        ]
        subjects = [p for p, _ in self._subject_people(clause, clause.groups.index(governor))]
        followers: list[PersonMention] = []
        if governor.lemma == "help":
            leaders = subjects + self._after_bill(clause, group, "with")
        elif governor.lemma == "lead" or governor.passive:
            leaders, followers = subjects, between
        elif not subjects and governor.form == "gerund":
            # "Joining Senator Booker in introducing the bill were ..."
            leaders, followers = between, [p for p in clause.people if p.start > tokens[group.head].end]
        else:
            leaders, followers = between, subjects
        for bill in bills[:1]:
            for person in leaders:
                yield bill, "sponsor", person, governor.lemma
            for person in followers:
                yield bill, "cosponsor", person, governor.lemma

    def _from_join(self, clause: Clause, index: int) -> Iterator[Hit]:
        """"The senators were joined by ...", "Rep. X joined as a cosponsor"."""
        group = clause.groups[index]
        tokens = clause.sentence.tokens
        following = {t.lower for t in tokens[group.head : group.head + 8]}
        bills = list(self._bills(clause, 0, len(tokens)))
        bill = bills[0] if bills else self._last_bill
        if bill is None:
            return
        if tokens[group.head + 1 : group.head + 2] and tokens[group.head + 1].lower == "by":
            if not self._about_bill(clause):
                return
            for person in self._after(clause, group.head, "by"):
                yield bill, "cosponsor", person, "joined by"
        elif following & self._cosponsor_nouns or "co-sponsoring" in following:
            for person, _ in self._subject_people(clause, index):
                yield bill, "cosponsor", person, "joined as"

    def _about_bill(self, clause: Clause) -> bool:
        """Whether being joined is joining a bill: it is named here or just before."""
        if any(m.kind == "bill" for m in clause.mentions):
            return True
        return self._last_bill is not None and clause.sentence.index - self._last_bill.seen <= 6

    def _from_nouns(self, clause: Clause) -> Iterator[Hit]:
        """"Co-sponsors include ...", "X is the sponsor in the Senate"."""
        tokens = clause.sentence.tokens
        for position, token in enumerate(tokens):
            role: Role
            if token.lower in self._cosponsor_nouns:
                role = "cosponsor"
            elif token.lower in self._sponsor_nouns and token.tag in ("NN", "NNP"):
                role = "sponsor"
            else:
                continue
            bills = list(self._bills(clause, 0, len(tokens)))
            bill = bills[0] if bills else self._last_bill
            if bill is None:
                continue
            after = [p for p in clause.people if p.start >= token.end]
            verbs_after = [g for g in clause.groups if g.first > position]
            plural = token.lower.endswith("s")
            if plural and after and (not verbs_after or verbs_after[0].lemma in ("include", "be") or after[0].start - token.end < 30):
                yield from ((bill, role, p, "noun") for p in after)
                continue
            before = [i for i, g in enumerate(clause.groups) if g.head < position]
            if before and clause.groups[before[-1]].lemma in ("be", "become"):
                people = [p for p, _ in self._subject_people(clause, before[-1])]
                yield from ((bill, role, p, "noun") for p in people)

    def _object_bills(self, clause: Clause, index: int) -> list[Group]:
        """Bills that a verb of sponsorship is about."""
        group = clause.groups[index]
        tokens = clause.sentence.tokens
        stop = next(
            (g.first for g in clause.groups[index + 1 :] if g.form == "finite"), len(tokens)
        )
        if not group.passive:
            after = [
                m
                for m in clause.mentions
                if m.kind == "bill" and group.head < m.head < stop and m.first - group.head <= 14
            ]
            named = [g for m in after if (g := self._grouping.group_of(m)) is not None and (not m.inside)]
            if named:
                return named[:1]
            gap = [
                m
                for m in clause.mentions
                if m.kind == "bill" and m.head < group.first and m.core_end <= group.first <= m.end + 2
            ]
            if gap and (found := self._grouping.group_of(gap[-1])):
                return [found]
            following = tokens[group.head + 1].lower if group.head + 1 < len(tokens) else ""
            if following == "it" and self._last_bill is not None:
                return [self._last_bill]
            return []
        before = [m for m in clause.mentions if m.kind == "bill" and m.head < group.head]
        if before and (found := self._grouping.group_of(before[-1])):
            return [found]
        pronoun = any(t.lower in ("it", "which") for t in tokens[max(0, group.first - 3) : group.first])
        return [self._last_bill] if pronoun and self._last_bill is not None else []

    def _subject_people(self, clause: Clause, index: int) -> list[tuple[PersonMention, Role]]:
        """People in the subject of a group with their roles; after "along with" they join."""
        tokens = clause.sentence.tokens
        group = clause.groups[index]
        start = tokens[group.first].start
        floor = 0
        for earlier in reversed(clause.groups[:index]):
            if earlier.form == "finite" and not self._parenthetical(clause, earlier, group):
                floor = tokens[earlier.head].end
                break
        people = [p for p in clause.people if floor <= p.start < start and not self._possessor(p)]
        if group.first and tokens[group.first - 1].tag == "WH" and people:
            people = people[-1:]
        if not people:
            return self._implied(clause, index)
        found: list[tuple[PersonMention, Role]] = []
        for person in people:
            lead_in = self._reading.folded[max(floor, person.start - 60) : person.start].lower()
            joined = any(cue in lead_in for cue in ("along with", "joined by", "alongside"))
            role: Role = "cosponsor" if joined or found and found[-1][1] == "cosponsor" else "sponsor"
            found.append((person, role))
        return found

    def _possessor(self, person: PersonMention) -> bool:
        return self._reading.folded[person.end : person.end + 2] == "'s"

    @staticmethod
    def _parenthetical(clause: Clause, earlier: VerbGroup, group: VerbGroup) -> bool:
        """A relative clause between subject and verb: "Menendez, who chairs the panel, introduced"."""
        tokens = clause.sentence.tokens
        return earlier.first > 0 and tokens[earlier.first - 1].tag == "WH"

    def _implied(self, clause: Clause, index: int) -> list[tuple[PersonMention, Role]]:
        """The person that a pronoun or a missing subject stands for."""
        tokens = clause.sentence.tokens
        group = clause.groups[index]
        before = tokens[max(0, group.first - 3) : group.first]
        if any(t.lower in ("he", "she") for t in before) and self._last_person is not None:
            return [(self._last_person, "sponsor")]
        if group.form == "gerund" and group.first == 0 and self._principal is not None:
            return [(self._principal, "sponsor")]
        return []

    def _after(self, clause: Clause, position: int, word: str) -> list[PersonMention]:
        """People after a word that follows a position closely, as long as the list goes on."""
        tokens = clause.sentence.tokens
        at = next(
            (i for i in range(position + 1, min(position + 12, len(tokens))) if tokens[i].lower == word), None
        )
        if at is None:
            return []
        return self._list_from(clause, tokens[at].end)

    def _after_bill(self, clause: Clause, group: VerbGroup, word: str) -> list[PersonMention]:
        """People after "with" that follows the object: "sponsored the bill with Sen. Toomey"."""
        tokens = clause.sentence.tokens
        for position in range(group.head + 1, len(tokens)):
            if tokens[position].is_verb and tokens[position].tag in ("VBD", "VBZ"):
                return []
            if tokens[position].lower == word:
                return self._list_from(clause, tokens[position].end)
        return []

    def _list_from(self, clause: Clause, offset: int) -> list[PersonMention]:
        found: list[PersonMention] = []
        at = offset
        for person in clause.people:
            if person.start < offset:
                continue
            gap = self._reading.folded[at : person.start]
            if len(gap) > _LIST_GAP * 2:
                break
            found.append(person)
            at = person.end
        return found


def _principal(people: tuple[PersonMention, ...]) -> PersonMention | None:
    """The legislator whom the article is about: named most often."""
    counts = Counter(p.last for p in people if p.legislator)
    if not counts:
        return None
    last, _ = counts.most_common(1)[0]
    return next(p for p in people if p.last == last)
