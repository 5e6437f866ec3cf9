"""Who introduced a bill and who joined it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.cohorts import Cohort, find_cohorts
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.people import PersonMention, last_name
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.speakers import Speakers
from tracker.extraction.tagging import Token
from tracker.record import Role, Sponsor

_OBJECT_REACH = 14
_LIST_REACH = 40
_MEMORY = 4


@dataclass(frozen=True, slots=True)
class FoundSponsor:
    """A sponsorship and the bill that it is of."""

    group: Group
    sponsor: Sponsor


class _Hit(NamedTuple):
    """People who stand in a role to a bill; `weight` ranks what shows it."""

    bill: Group
    role: Role
    people: tuple[PersonMention, ...]
    rule: str
    weight: int = 2


def find_sponsors(reading: Reading, grouping: Grouping, lexicon: Lexicon) -> list[FoundSponsor]:
    """Every sponsorship that the article tells, one entry a person and bill, in text order."""
    finder = _Finder(reading, grouping, lexicon)
    kept: dict[tuple[int, str], tuple[int, FoundSponsor]] = {}
    for clause in reading.clauses:
        for hit in finder.in_clause(clause):
            for person in hit.people:
                key = (id(hit.bill), person.name)
                rank = 2 * hit.weight + (hit.role == "sponsor")
                if key not in kept or rank > kept[key][0]:
                    kept[key] = (rank, _found(reading, clause, hit, person))
    return [found for _, found in kept.values()]


def _found(reading: Reading, clause: Clause, hit: _Hit, person: PersonMention) -> FoundSponsor:
    start, end = clause.sentence.start, clause.sentence.end
    sponsor = Sponsor(
        quote=reading.text[start:end],
        start=start,
        end=end,
        found_by=hit.rule,
        name=person.name,
        role=hit.role,
    )
    return FoundSponsor(hit.bill, sponsor)


class _Named(NamedTuple):
    """A mention of a bill in a sentence, and the bill."""

    mention: MeasureMention
    bill: Group


class _Scene:
    """A sentence with its cohorts and its bills."""

    def __init__(self, clause: Clause, bill_of: Callable[[MeasureMention], Group | None]) -> None:
        self.clause = clause
        self.tokens = clause.sentence.tokens
        self.groups = clause.groups
        self.bills = [
            _Named(mention, bill)
            for mention in clause.mentions
            if mention.kind == "bill" and (bill := bill_of(mention)) is not None
        ]

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """People named together, in text order."""
        return find_cohorts(self.clause)

    def dated(self, token: Token) -> bool:
        """Whether a word is part of a date: "last week", "on Tuesday"."""
        return any(d.start <= token.start < d.end for d in self.clause.dates)

    def lower(self, position: int) -> str:
        """The word at a position in lower case, empty outside the sentence."""
        return self.tokens[position].lower if 0 <= position < len(self.tokens) else ""

    def next_finite(self, position: int) -> int:
        """Position of the first finite verb group after a position, else the sentence's end."""
        return next(
            (g.first for g in self.groups if g.first > position and g.form == "finite"),
            len(self.tokens),
        )

    def cohort_after(self, position: int, stop: int) -> Cohort | None:
        """The first cohort that begins after a position and before another."""
        return next((c for c in self.cohorts if position <= c.first < stop), None)


class _Finder:
    """Looks for sponsorships sentence by sentence, remembering who and what was spoken of."""

    def __init__(self, reading: Reading, grouping: Grouping, lexicon: Lexicon) -> None:
        self._reading = reading
        self._grouping = grouping
        words = lexicon.sponsorship
        self._words = words
        self._roles: dict[str, Role] = {
            **dict.fromkeys(words["cosponsor"], "cosponsor"),
            **dict.fromkeys(words["sponsor"], "sponsor"),
        }
        self._nouns: dict[str, Role] = {
            **dict.fromkeys(words["cosponsor_nouns"], "cosponsor"),
            **dict.fromkeys(words["sponsor_nouns"], "sponsor"),
        }
        self._anaphors = lexicon.noun_set("bill", "anaphors")
        self._hedging = {v for v, m in lexicon.governing_verbs.items() if m == "possible"}
        self._speakers = Speakers(reading, lexicon)
        self._principal = _principal(reading.people)
        self._spoken_of: Group | None = None
        self._sponsored: list[_Hit] = []
        self._sponsored_in = -_MEMORY
        self._subject: tuple[PersonMention, ...] = ()
        self._leader: tuple[PersonMention, ...] = ()
        self._open_list: tuple[Group, Role] | None = None

    def in_clause(self, clause: Clause) -> Iterator[_Hit]:
        """The sponsorships that one sentence tells."""
        scene = _Scene(clause, self._bill_of)
        for hit in self._hits(scene):
            if hit.people:
                self._sponsored.append(hit)
                self._sponsored_in = clause.sentence.index
                yield hit
        if scene.bills:
            self._spoken_of = scene.bills[-1].bill
        main = next((c for c in scene.cohorts if c.relation == "main"), None)
        if main is not None and not self._reading.quoted(main.people[0].start):
            self._subject = main.people
            if scene.tokens[-1].text == ":":
                self._leader = main.people

    def _bill_of(self, mention: MeasureMention) -> Group | None:
        """The bill of a mention; "the legislation" is rather one that sponsors were told of."""
        bill = self._grouping.group_of(mention)
        if mention.anaphor and self._sponsored and not any(h.bill is bill for h in self._sponsored):
            return self._main_bill()
        return bill

    def _main_bill(self) -> Group | None:
        """The bill whose sponsorship the article tells most of, else the one last spoken of."""
        weights: Counter[int] = Counter()
        for hit in self._sponsored:
            weights[id(hit.bill)] += hit.weight
        if not weights:
            return self._spoken_of
        best, _ = weights.most_common(1)[0]
        return next(hit.bill for hit in self._sponsored if id(hit.bill) == best)

    def _hits(self, scene: _Scene) -> Iterator[_Hit]:
        if not scene.bills and self._spoken_of is None:
            return
        yield from self._of_open_list(scene)
        yield from self._of_owners(scene)
        for index, group in enumerate(scene.groups):
            role = self._roles.get(group.lemma)
            if role == "sponsor" or (role == "cosponsor" and not group.negated):
                yield from self._of_verb(scene, index, role)
            if group.lemma in self._words["join"]:
                yield from self._of_join(scene, index)
            elif group.lemma in self._words["team"]:
                yield from self._of_team(scene, index)
            elif group.lemma == "sign" and scene.lower(group.head + 1) in ("on", "onto"):
                yield from self._signed_on(scene, index)
        yield from self._of_nouns(scene)

    # Verbs

    def _of_verb(self, scene: _Scene, index: int, role: Role) -> Iterator[_Hit]:
        """ "A introduced the bill", "the bill was introduced by A"."""
        group = scene.groups[index]
        agents = _agents(scene, group)
        if group.passive or agents is not None:
            bill = self._undergoer(scene, index)
            if bill is not None and agents is not None:
                yield _Hit(bill, role, agents.people, group.lemma)
            elif bill is not None and scene.tokens[-1].text == ":":
                self._open_list = (bill, role)
            return
        bills = self._objects(scene, index)
        if not bills or self._only_urged(scene, group):
            return
        governor = _governor(scene, index)
        lemma = scene.groups[governor].lemma if governor is not None else ""
        if lemma in self._words["join"] | self._words["team"]:
            return
        if governor is not None and lemma in self._words["guide"]:
            hits = list(self._subjects(scene, governor, role))
            hits.extend(_guided(scene, scene.groups[governor].head))
        else:
            hits = list(self._subjects(scene, index, role))
        outranked = group.lemma in self._words["weak"] or scene.clause.sentence.headline
        weight = 1 if outranked or _first_person(scene, group) else 2
        for people, own_role in hits:
            for bill in bills:
                yield _Hit(bill, own_role, people, group.lemma, weight)
        if hits and role == "sponsor":
            yield from self._companions(scene, group, bills)

    def _only_urged(self, scene: _Scene, group: VerbGroup) -> bool:
        """ "Urged Corker to introduce a bill": nobody has said that he will."""
        if group.governor is None or not group.object_controlled:
            return False
        return scene.groups[group.governor].lemma in self._hedging

    def _objects(self, scene: _Scene, index: int) -> list[Group]:
        """Bills that a verb in the active voice is about."""
        group = scene.groups[index]
        stop = scene.next_finite(group.head)
        for named in scene.bills:
            if named.mention.head <= group.head or named.mention.head >= stop:
                continue
            if self._is_object(scene, group.head, named.mention):
                return [named.bill]
            break
        if self._spoken_of is not None and self._points_back(scene, group.head, stop):
            return [self._spoken_of]
        return self._object_before(scene, group)

    def _points_back(self, scene: _Scene, head: int, stop: int) -> bool:
        """Whether a verb's object is "it" or "the measure", without a mention of its own."""
        if scene.lower(head + 1) == "it":
            after = scene.tokens[head + 2] if head + 2 < len(scene.tokens) else None
            return after is None or not (after.tag == "MD" or after.is_verb)
        for token in scene.tokens[head + 1 : min(head + 6, stop)]:
            if token.tag in ("IN", "TO", "CC"):
                return False
            if token.lower in self._anaphors:
                return not any(n.mention.first > head for n in scene.bills)
        return False

    def _is_object(self, scene: _Scene, head: int, mention: MeasureMention) -> bool:
        """Whether no other noun or preposition keeps a mention from being a verb's object."""
        between = scene.tokens[head + 1 : mention.first]
        if len(between) > _OBJECT_REACH or _is_possessor(scene.tokens, mention):
            return False
        for position, token in enumerate(between):
            noun_before = between[position - 1].lower if position else ""
            if token.lower in ("of", "to") and noun_before in self._words["introductions"]:
                continue
            if token.tag in ("IN", "TO", "WH") and token.lower not in (
                "on",
                "in",
                "with",
                "as",
                "at",
            ):
                return False
            if token.tag == "IN" and not _only_time_or_people(between[position:]):
                return False
        return True

    def _object_before(self, scene: _Scene, group: VerbGroup) -> list[Group]:
        """ "The bill that A introduced", "a law A sponsored"."""
        for named in reversed(scene.bills):
            if named.mention.head < group.first:
                between = scene.tokens[named.mention.core_end : group.first]
                relative = any(t.tag == "WH" and t.lower != "who" for t in between)
                crossed = any(
                    g.form == "finite" and named.mention.head < g.head < group.first
                    for g in scene.groups
                )
                who = any(t.lower == "who" for t in between)
                if relative and not crossed and not who:
                    return [named.bill]
                return []
        return []

    def _undergoer(self, scene: _Scene, index: int) -> Group | None:
        """The bill that a passive verb is about."""
        group = scene.groups[index]
        owner = index
        while owner and group.form != "participle" and _shares_subject(scene, owner):
            owner -= 1
        first = scene.groups[owner].first
        floor = -1
        if group.form != "participle":
            floor = max(
                (
                    g.head
                    for g in scene.groups[:owner]
                    if g.form == "finite" and not _relative(scene, g)
                ),
                default=-1,
            )
        before = [n for n in scene.bills if floor < n.mention.head < first]
        if before:
            return before[-1].bill if self._adjoins(scene, before[-1], group) else None
        if any(scene.lower(p) in ("it", "which") for p in range(group.first - 3, group.first)):
            return self._spoken_of
        if group.first == 0 and scene.bills:
            return scene.bills[0].bill
        return None

    @staticmethod
    def _adjoins(scene: _Scene, named: _Named, group: VerbGroup) -> bool:
        """Whether a participle belongs to the bill, not to a noun between them."""
        if group.form != "participle":
            return True
        gap = scene.tokens[named.mention.core_end : group.first]
        if group.first < named.mention.end + 2:
            return (
                not any(t.tag in ("NN", "NNP") and t.text[0].islower() for t in gap) or len(gap) > 6
            )
        return len(gap) <= 6 or gap[-1].text in (",", "and")

    def _subjects(
        self, scene: _Scene, index: int, role: Role
    ) -> Iterator[tuple[tuple[PersonMention, ...], Role]]:
        """The people in a verb's subject with their roles; "along with" makes cosponsors."""
        owner, floor = self._owner(scene, index)
        first = scene.groups[owner].first
        before = [c for c in scene.cohorts if floor <= c.first and c.end <= first]
        before = [c for c in before if not _modifies(scene, c, first)]
        if scene.lower(first - 1) == "who":
            before = before[-1:]
        mains = [c for c in before if c.relation in ("main", "led")]
        if not mains:
            if implied := self._implied(scene, scene.groups[owner]):
                yield implied, role
            return
        main = mains[-1]
        for cohort in before:
            if cohort is main or (cohort.first > main.first and cohort.relation == "with"):
                yield cohort.people, role
            elif cohort.relation == "joined":
                yield cohort.people, "cosponsor"

    def _owner(self, scene: _Scene, index: int) -> tuple[int, int]:
        """The verb whose subject a verb shares, and the position where that may begin."""
        owner = index
        for _ in range(6):
            group = scene.groups[owner]
            if group.governor is not None and group.form in ("infinitive", "gerund", "bare"):
                head = scene.groups[group.governor].head
                between = [c for c in scene.cohorts if head < c.first and c.end <= group.first]
                controlled = group.object_controlled or scene.lower(group.first - 1) == "for"
                if between and between[0].relation == "main" and controlled:
                    return owner, head
                owner = group.governor
            elif owner and _shares_subject(scene, owner):
                owner -= 1
            else:
                break
        floor = 0
        for group in reversed(scene.groups[:owner]):
            if group.form == "finite" and not _relative(scene, group):
                floor = group.head
                break
        return owner, floor

    def _implied(self, scene: _Scene, group: VerbGroup) -> tuple[PersonMention, ...]:
        """Whom a pronoun, "the senator" or a missing subject stands for."""
        before = {scene.lower(p) for p in range(group.first - 3, group.first)}
        if _first_person(scene, group):
            return self._speaker(scene.tokens[group.first].start)
        if before & {"he", "she"}:
            earlier = next((c for c in scene.cohorts if c.end <= group.first), None)
            return earlier.people[:1] if earlier else self._subject[:1]
        if "they" in before:
            return self._subject
        if before & self._words["generic"]:
            return self._principal
        if group.form == "gerund" and group.first == 0:
            return self._leader or self._principal
        return ()

    @staticmethod
    def _companions(scene: _Scene, group: VerbGroup, bills: list[Group]) -> Iterator[_Hit]:
        """ "Introduced the bill with B", "along with C", "with D as a cosponsor"."""
        stop = scene.next_finite(group.head)
        for cohort in scene.cohorts:
            legislators = tuple(p for p in cohort.people if p.legislator)
            if not group.head < cohort.first < stop or cohort.relation not in ("with", "joined"):
                continue
            as_cosponsor = scene.lower(cohort.end) == "as"
            role: Role = "cosponsor" if as_cosponsor or cohort.relation == "joined" else "sponsor"
            for bill in bills:
                yield _Hit(bill, role, legislators, group.lemma)

    # Joining

    def _of_join(self, scene: _Scene, index: int) -> Iterator[_Hit]:
        """ "B joined A in introducing", "A was joined by B", "joining A were B", "B joined as"."""
        group = scene.groups[index]
        goal = self._goal(scene, index)
        if group.passive or scene.lower(group.head + 1) == "by":
            yield from self._joined_by(scene, index, goal)
            return
        fronted = group.form == "gerund" and group.first <= 1
        joined = scene.cohort_after(group.head + 1, len(scene.tokens))
        if joined is not None and (joined.relation != "main" or joined.link > group.head):
            joined = None
        if goal is None and joined is None:
            yield from self._joined_as(scene, index)
        if goal is None and fronted:
            goal = self._recent(scene, joined.people if joined else ())
        if goal is None:
            return
        if joined is not None:
            yield _Hit(goal, "sponsor", joined.people, "join", 1 if fronted else 3)
        if fronted:
            copula = scene.next_finite(joined.end if joined else group.head + 1)
            for cohort in scene.cohorts:
                if cohort.first > copula:
                    yield _Hit(goal, "cosponsor", cohort.people, "join")
            return
        for people, _ in self._subjects(scene, index, "cosponsor"):
            yield _Hit(goal, "cosponsor", people, "join", 3)

    def _goal(self, scene: _Scene, index: int) -> Group | None:
        """The bill for whose introduction people join: "in introducing", "on the bill"."""
        group = scene.groups[index]
        stop = scene.next_finite(group.head)
        for later in range(index + 1, len(scene.groups)):
            if scene.groups[later].first >= stop:
                break
            if scene.groups[later].lemma in self._roles and (bills := self._objects(scene, later)):
                return bills[0]
        for named in scene.bills:
            before = named.mention.first - 1
            if scene.lower(before) in ("the", "a", "an", "his", "her", "their", "this"):
                before -= 1
            if group.head < before < stop and scene.lower(before) in ("on", "in", "behind"):
                return named.bill
        return None

    def _joined_by(self, scene: _Scene, index: int, goal: Group | None) -> Iterator[_Hit]:
        group = scene.groups[index]
        joining = _agents(scene, group)
        if joining is None or self._for_something_else(scene, joining, goal):
            return
        joined = list(self._subjects(scene, index, "sponsor"))
        bill = goal
        if bill is None:
            leaders = tuple(person for people, _ in joined for person in people)
            bill = scene.bills[0].bill if scene.bills else self._recent(scene, leaders)
        if bill is None:
            return
        yield _Hit(bill, "cosponsor", joining.people, "joined by")
        if goal is not None:
            for people, role in joined:
                yield _Hit(goal, role, people, "joined by")

    @staticmethod
    def _for_something_else(scene: _Scene, cohort: Cohort, goal: Group | None) -> bool:
        """ "Joined by A in a letter", "at a press conference"."""
        return goal is None and scene.lower(cohort.end) in ("in", "at", "for", "on", "during")

    def _joined_as(self, scene: _Scene, index: int) -> Iterator[_Hit]:
        """ "B joined as a cosponsor"."""
        head = scene.groups[index].head
        if not any(scene.lower(p) in self._nouns for p in range(head + 1, head + 8)):
            return
        bill = scene.bills[0].bill if scene.bills else self._recent(scene)
        if bill is not None:
            for people, _ in self._subjects(scene, index, "cosponsor"):
                yield _Hit(bill, "cosponsor", people, "joined as")

    def _signed_on(self, scene: _Scene, index: int) -> Iterator[_Hit]:
        """ "B signed on to the bill"."""
        group = scene.groups[index]
        bill = next((n.bill for n in scene.bills if n.mention.head > group.head), None)
        if bill is not None and not group.negated:
            for people, _ in self._subjects(scene, index, "cosponsor"):
                yield _Hit(bill, "cosponsor", people, "sign on")

    def _of_team(self, scene: _Scene, index: int) -> Iterator[_Hit]:
        """ "A teamed up with B on the bill", "partnered with B to introduce"."""
        goal = self._goal(scene, index)
        if goal is None:
            return
        head = scene.groups[index].head
        partner = scene.cohort_after(head, scene.next_finite(head))
        if partner is not None and partner.relation == "with":
            yield _Hit(goal, "sponsor", partner.people, "team up")
        for people, role in self._subjects(scene, index, "sponsor"):
            yield _Hit(goal, role, people, "team up")

    def _recent(self, scene: _Scene, people: tuple[PersonMention, ...] = ()) -> Group | None:
        """The bill that people are known to sponsor, that was lately told of, or spoken of."""
        names = {person.name for person in people}
        for hit in reversed(self._sponsored):
            if hit.weight > 1 and names & {person.name for person in hit.people}:
                return hit.bill
        index = scene.clause.sentence.index
        if self._sponsored and index - self._sponsored_in <= _MEMORY:
            return self._sponsored[-1].bill
        bill = self._spoken_of
        return bill if bill is not None and index - bill.seen <= _MEMORY else None

    # Nouns

    def _of_nouns(self, scene: _Scene) -> Iterator[_Hit]:
        """ "Cosponsors include A and B", "A is a sponsor", "A, an author of the bill"."""
        for position, token in enumerate(scene.tokens):
            role = self._nouns.get(token.lower)
            if role is None or not _of_a_bill(scene, position):
                continue
            bill = self._sponsored_bill(scene, position)
            if bill is None:
                continue
            yield from self._listed(scene, position, bill, role)
            yield from self._predicated(scene, position, bill, role)

    def _sponsored_bill(self, scene: _Scene, position: int) -> Group | None:
        """The bill that a noun such as "cosponsor" is of."""
        following = [n for n in scene.bills if 0 < n.mention.first - position <= 4]
        if following:
            return following[0].bill
        before = [n for n in scene.bills if n.mention.head < position]
        if before:
            return before[-1].bill
        return scene.bills[0].bill if scene.bills else self._main_bill()

    def _listed(self, scene: _Scene, position: int, bill: Group, role: Role) -> Iterator[_Hit]:
        """People named right after the noun: "cosponsors include A, B and C"."""
        verbs = [g for g in scene.groups if g.first > position]
        limit = position + 2
        if verbs and verbs[0].lemma in ("include", "be") and verbs[0].first - position <= 8:
            limit = verbs[0].head + 3
        elif any(scene.lower(p) == ":" for p in (position + 1, position + 2)):
            limit = position + 4
        cohort = next((c for c in scene.cohorts if c.first > position), None)
        plural = scene.lower(position).endswith("s")
        if cohort is not None and cohort.first <= limit:
            apposed = cohort.first - position > 1 and limit == position + 2
            if plural or not apposed:
                yield _Hit(bill, role, cohort.people, "noun")
        elif cohort is None and plural and scene.tokens[-1].text == ":":
            self._open_list = (bill, role)

    def _predicated(self, scene: _Scene, position: int, bill: Group, role: Role) -> Iterator[_Hit]:
        """ "A is a sponsor of", "A, the bill's author,", "with A as a cosponsor"."""
        copula = next(
            (
                i
                for i in range(len(scene.groups) - 1, -1, -1)
                if scene.groups[i].head < position and position - scene.groups[i].head <= 8
            ),
            None,
        )
        if copula is not None and scene.groups[copula].lemma in ("be", "become", "serve", "remain"):
            for people, _ in self._subjects(scene, copula, role):
                yield _Hit(bill, role, people, "noun")
            return
        nearest = next((c for c in reversed(scene.cohorts) if c.end <= position), None)
        if nearest is None:
            return
        between = scene.tokens[nearest.end : position]
        apposed = bool(between) and between[0].text == "," and not any(t.is_verb for t in between)
        as_noun = bool(between) and between[0].lower == "as" and nearest.relation == "with"
        if len(between) <= 10 and (apposed and not _people_follow(scene, position) or as_noun):
            yield _Hit(bill, role, nearest.people, "noun")

    def _of_open_list(self, scene: _Scene) -> Iterator[_Hit]:
        """Names on lines of their own after "Cosponsors of the bill include:"."""
        if self._open_list is None:
            return
        bill, role = self._open_list
        if scene.groups or not scene.cohorts or len(scene.tokens) > _LIST_REACH:
            self._open_list = None
            return
        for cohort in scene.cohorts:
            yield _Hit(bill, role, cohort.people, "list")

    # Owners

    def _of_owners(self, scene: _Scene) -> Iterator[_Hit]:
        """ "Cruz's bill", "the Graham-Blumenthal bill", "his legislation", "a bill from A"."""
        for named in scene.bills:
            mention = named.mention
            if mention.plural:
                continue
            yield from self._possessed(scene, named)
            opener = _opener(scene, mention)
            if scene.lower(opener) in ("his", "her", "their", "my", "our"):
                people = self._holders(scene, opener)
                yield _Hit(named.bill, "sponsor", people, "possessive", 1)
                if scene.lower(opener) in ("my", "our"):
                    yield from self._after_bill(scene, named, "with")
            yield from self._after_bill(scene, named, "by")
            yield from self._after_bill(scene, named, "from")

    def _possessed(self, scene: _Scene, named: _Named) -> Iterator[_Hit]:
        mention = named.mention
        for cohort in scene.cohorts:
            gap = range(cohort.end, mention.head)
            if not 0 <= len(gap) <= 12 or cohort.first >= mention.head:
                continue
            inside_title = mention.title is not None and cohort.first >= mention.first
            if inside_title:
                continue
            words = [scene.tokens[p] for p in gap if p < mention.first or mention.title is None]
            possessive = bool(words) and words[0].tag == "POS"
            attributive = (
                not possessive
                and (cohort.end > mention.first or cohort.end == mention.first)
                and cohort.first >= mention.first - 2
            )
            plain = all(
                t.tag in ("NN", "NNP", "JJ", "CD", "VBN", "VBG", "RB", "VB")
                or t.text in ("-", '"', "'")
                for t in words[1 if possessive else 0 :]
            )
            office = any(
                t.lower in ("administration", "office", "team", "campaign", "committee")
                for t in words
            )
            if plain and not office and (possessive or attributive):
                people = tuple(p for p in cohort.people if p.legislator or possessive)
                yield _Hit(named.bill, "sponsor", people, "named after", 1)
        yield from self._hyphenated(scene, named)

    def _hyphenated(self, scene: _Scene, named: _Named) -> Iterator[_Hit]:
        """ "The Graham-Blumenthal bill", "the Scott-sponsored act"."""
        mention = named.mention
        last = mention.head
        if mention.title is not None and mention.head > mention.first + 1:
            last = mention.first + 1
        for position in range(max(0, mention.first - 2), last):
            token = scene.tokens[position]
            parts = token.text.replace("/", "-").split("-")
            if len(parts) < 2 or not parts[0][:1].isupper():
                continue
            if parts[-1].lower() in self._words["participles"]:
                parts = parts[:-1]
            elif mention.title is not None and position >= mention.first < mention.head - 1:
                continue
            elif not all(part[:1].isupper() for part in parts):
                continue
            people = tuple(self._by_last_name(part, token, parts) for part in parts)
            known = tuple(p for p in people if p is not None)
            if scene.clause.sentence.headline and not any(p.end != token.end for p in known):
                continue
            if len(known) == len(parts):
                yield _Hit(named.bill, "sponsor", known, "named after", 1)

    def _by_last_name(self, last: str, token: Token, parts: list[str]) -> PersonMention | None:
        known = next((p for p in self._reading.people if p.last.lower() == last.lower()), None)
        if known is not None or len(parts) < 2 or not last.isalpha() or len(last) < 3:
            return known
        if any(p.start <= token.start < p.end for p in self._reading.places):
            return None
        return PersonMention(
            last,
            last,
            token.start,
            token.end,
            token.start,
            token.end,
            legislator=True,
            chamber=None,
        )

    def _after_bill(self, scene: _Scene, named: _Named, word: str) -> Iterator[_Hit]:
        """ "A bill from Sens. A and B", "my amendment with Senator C"."""
        for cohort in scene.cohorts:
            if scene.lower(cohort.link) == word and 0 <= cohort.link - named.mention.core_end <= 1:
                people = tuple(p for p in cohort.people if p.legislator)
                yield _Hit(named.bill, "sponsor", people, f"bill {word}", 1)

    def _speaker(self, offset: int) -> tuple[PersonMention, ...]:
        """Who says "I": the speaker of the quotation, else whose statement it is."""
        return self._speakers.at(offset) or self._principal

    def _holders(self, scene: _Scene, position: int) -> tuple[PersonMention, ...]:
        """Whom a possessive pronoun before a bill stands for."""
        word, offset = scene.lower(position), scene.tokens[position].start
        if word in ("my", "our"):
            return self._speaker(offset)
        before = [c for c in scene.cohorts if c.end <= position and c.relation != "other"]
        if word == "their":
            people = before[0].people if before else self._subject
            return people if len(people) > 1 else ()
        if before:
            return before[0].people[:1]
        return tuple(p for p in self._subject[:1] if p.legislator)


def _agents(scene: _Scene, group: VerbGroup) -> Cohort | None:
    """The people after "by": "introduced last week by A and B"."""
    stop = scene.next_finite(group.head)
    for cohort in scene.cohorts:
        if group.head < cohort.link < stop and scene.lower(cohort.link) == "by":
            between = scene.tokens[group.head + 1 : cohort.link]
            objects = any(t.tag in ("NN", "NNP") and not scene.dated(t) for t in between)
            return cohort if group.passive or not objects else None
    return None


def _governor(scene: _Scene, index: int) -> int | None:
    """The verb that a gerund or infinitive hangs on, over any distance: "led A, B in writing"."""
    group = scene.groups[index]
    if group.governor is not None or group.form not in ("gerund", "infinitive") or not index:
        return group.governor
    return index - 1 if scene.lower(group.first - 1) in ("in", "on") else None


def _guided(scene: _Scene, head: int) -> Iterator[tuple[tuple[PersonMention, ...], Role]]:
    """ "A led B and C in introducing": those led have joined."""
    cohort = scene.cohort_after(head, scene.next_finite(head))
    if cohort is not None and cohort.relation == "main":
        yield cohort.people, "cosponsor"


def _first_person(scene: _Scene, group: VerbGroup) -> bool:
    return any(scene.lower(p) in ("i", "we") for p in range(group.first - 3, group.first))


def _shares_subject(scene: _Scene, index: int) -> bool:
    """Whether a verb has the subject of the one before: "has pushed and in May introduced"."""
    first = scene.groups[index].first
    adverbial = scene.groups[index].form == "gerund"
    nouns = 0
    for position in range(first - 1, scene.groups[index - 1].head, -1):
        token = scene.tokens[position]
        if scene.dated(token) or token.tag == "RB":
            continue
        if token.lower in ("and", "but", "then") or (adverbial and token.text == ","):
            return nouns == 0
        if token.tag == "IN":
            if adverbial and nouns == 0:
                return True
            nouns = 0
        elif token.tag in ("NN", "NNP", "PRP"):
            nouns += 1
        elif token.tag not in ("DT", "JJ", "CD") or token.text == ",":
            return False
    return False


def _is_possessor(tokens: tuple[Token, ...], mention: MeasureMention) -> bool:
    """ "Announced the bill's passage": the bill is no object."""
    return mention.core_end < len(tokens) and tokens[mention.core_end].tag == "POS"


def _only_time_or_people(tokens: tuple[Token, ...]) -> bool:
    """ "Introduced on Tuesday a bill", "introduced with Sen. Kaine a bill"."""
    return all(
        t.text[0].isupper()
        or t.text in (",", "(", ")", ".")
        or t.lower in ("on", "with", "and", "the", "a", "an", "new", "in")
        for t in tokens
    )


def _relative(scene: _Scene, group: VerbGroup) -> bool:
    """ "Menendez, who chairs the panel, introduced": a clause between subject and verb."""
    return any(scene.tokens[p].tag == "WH" for p in range(max(0, group.first - 2), group.first))


def _modifies(scene: _Scene, cohort: Cohort, stop: int) -> bool:
    """ "Corker's committee", "the Biden State Department": the people are not the subject."""
    if cohort.end >= stop - 1:
        return False
    token = scene.tokens[cohort.end]
    return token.tag in ("POS", "NN", "NNP") and not scene.dated(token)


def _of_a_bill(scene: _Scene, position: int) -> bool:
    """Whether "sponsor" is not of something else: "state sponsor of terrorism"."""
    if scene.lower(position - 1) in ("state", "state-"):
        return False
    return not (
        scene.lower(position + 1) == "of" and scene.lower(position + 2).startswith("terror")
    )


def _opener(scene: _Scene, mention: MeasureMention) -> int:
    """Position of the word that opens a mention's phrase: "their bipartisan, bicameral X Act"."""
    position = mention.first
    while position > 0 and scene.tokens[position].tag != "PRPS":
        before = scene.tokens[position - 1]
        if before.tag not in ("PRPS", "JJ", "RB") and before.text != ",":
            return position - 1
        position -= 1
    return position


def _people_follow(scene: _Scene, position: int) -> bool:
    return any(position < c.first <= position + 2 for c in scene.cohorts)


def _principal(people: tuple[PersonMention, ...]) -> tuple[PersonMention, ...]:
    """The legislator whom the article is about: named most often."""
    counts = Counter(p.name for p in people if p.legislator)
    if not counts:
        return ()
    name, _ = counts.most_common(1)[0]
    return (next(p for p in people if p.name == name),)


__all__ = ["FoundSponsor", "find_sponsors", "last_name"]
