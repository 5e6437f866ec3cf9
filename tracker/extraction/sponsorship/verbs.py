"""Sponsors that a verb tells of: "A introduced the bill", "B joined A in introducing it"."""

from collections.abc import Iterator

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.cohorts import Cohort
from tracker.extraction.measures import Group
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.sponsorship.memory import PLAIN, SURE, WEAK, Hit, Memory
from tracker.extraction.sponsorship.scenes import NamedBill, Scene
from tracker.extraction.sponsorship.subjects import People, find_subjects
from tracker.extraction.tagging import Token
from tracker.record import Role

_OBJECT_REACH = 14
_ROLE_REACH = 7
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "this"})
_BESIDE = frozenset({"on", "in", "with", "as", "at"})
_ELSEWHERE = frozenset({"in", "at", "for", "on", "during"})


def verb_hits(scene: Scene, memory: Memory) -> Iterator[Hit]:
    """The sponsorships that the verbs of a sentence tell."""
    for index, group in enumerate(scene.groups):
        role = memory.role(group.lemma)
        if role == "sponsor" or (role == "cosponsor" and not group.negated):
            yield from _introducing(scene, index, role, memory)
        if group.lemma in memory.words["join"]:
            yield from _joining(scene, index, memory)
        elif group.lemma in memory.words["team"]:
            yield from _teaming(scene, index, memory)
        elif group.lemma == "sign" and scene.lower(group.head + 1) in ("on", "onto"):
            yield from _signing(scene, index, memory)


def _introducing(scene: Scene, index: int, role: Role, memory: Memory) -> Iterator[Hit]:
    group = scene.groups[index]
    agents = scene.agents(group)
    if group.passive or agents is not None:
        bill = _undergoer(scene, index, memory)
        if bill is not None and agents is not None:
            yield Hit(bill, role, agents.people, group.lemma)
            yield from _other_agents(scene, group, agents, bill, role)
        elif bill is not None and scene.opens_list:
            memory.open_list = (bill, role)
        return
    bills = _objects(scene, index, memory)
    governor = scene.governor(index)
    lemma = scene.groups[governor].lemma if governor is not None else ""
    if not bills or _only_urged(scene, group, memory):
        return
    if lemma in memory.words["join"] | memory.words["team"]:
        return
    if governor is not None and lemma in memory.words["guide"]:
        told = list(find_subjects(scene, governor, role, memory))
        told.extend(_guided(scene, scene.groups[governor].head))
    else:
        told = list(find_subjects(scene, index, role, memory))
    outranked = group.lemma in memory.words["weak"] or scene.clause.sentence.headline
    weight = WEAK if outranked or scene.in_first_person(group) else PLAIN
    for bill in bills:
        for people, own_role in told:
            yield Hit(bill, own_role, people, group.lemma, weight)
        if told and role == "sponsor":
            yield from _companions(scene, group, bill)


def _other_agents(
    scene: Scene, group: VerbGroup, agents: Cohort, bill: Group, role: Role
) -> Iterator[Hit]:
    """Those of another chamber: "introduced in the Senate by A and in the House by B"."""
    stop = scene.next_finite(group.head)
    for cohort in scene.cohorts:
        if agents.end < cohort.first < stop and scene.lower(cohort.link) == "by":
            between = scene.tokens[agents.end : cohort.link]
            if not any(t.is_verb for t in between):
                yield Hit(bill, role, cohort.people, group.lemma)


def _only_urged(scene: Scene, group: VerbGroup, memory: Memory) -> bool:
    """Whether nobody says that it will be done: "urged Corker to introduce a bill"."""
    if group.governor is None or not group.object_controlled:
        return False
    return scene.groups[group.governor].lemma in memory.hedging


def _guided(scene: Scene, head: int) -> Iterator[tuple[People, Role]]:
    """Those who are led have joined: "A led B and C in introducing"."""
    cohort = scene.cohort_after(head, scene.next_finite(head))
    if cohort is not None and cohort.relation == "main":
        yield cohort.people, "cosponsor"


def _companions(scene: Scene, group: VerbGroup, bill: Group) -> Iterator[Hit]:
    """People after the bill: "with B", "along with C", "with D as a cosponsor"."""
    stop = scene.next_finite(group.head)
    for cohort in scene.cohorts:
        if group.head < cohort.first < stop and cohort.relation in ("with", "joined"):
            joined = scene.lower(cohort.end) == "as" or cohort.relation == "joined"
            legislators = tuple(p for p in cohort.people if p.legislator)
            yield Hit(bill, "cosponsor" if joined else "sponsor", legislators, group.lemma)


# What a verb is about


def _objects(scene: Scene, index: int, memory: Memory) -> list[Group]:
    """Bills that a verb in the active voice is about."""
    group = scene.groups[index]
    stop = scene.next_finite(group.head)
    after = (n for n in scene.bills if group.head < n.mention.head < stop)
    named = next(after, None)
    if named is not None and _is_object(scene, group.head, named.mention, memory):
        return [named.bill]
    if memory.spoken_of is not None and _points_back(scene, group.head, stop, memory):
        return [memory.spoken_of]
    return _object_before(scene, group)


def _is_object(scene: Scene, head: int, mention: MeasureMention, memory: Memory) -> bool:
    """Whether no other noun or preposition keeps a mention from being a verb's object."""
    between = scene.tokens[head + 1 : mention.first]
    possessor = scene.tokens[mention.core_end : mention.core_end + 1]
    if len(between) > _OBJECT_REACH or any(t.tag == "POS" for t in possessor):
        return False
    for position, token in enumerate(between):
        noun_before = between[position - 1].lower if position else ""
        if token.lower in ("of", "to") and noun_before in memory.words["introductions"]:
            continue
        if token.tag in ("IN", "TO", "WH") and token.lower not in _BESIDE:
            return False
        if token.lower == "on" and noun_before in memory.words["handling"]:
            return False
        if token.tag == "IN" and not _only_time_or_people(between[position:]):
            return False
    return True


def _only_time_or_people(tokens: tuple[Token, ...]) -> bool:
    """Whether words say when or with whom: "on Tuesday", "with Sen. Kaine a"."""
    return all(
        t.text[0].isupper()
        or t.text in (",", "(", ")", ".")
        or t.lower in ("on", "with", "and", "the", "a", "an", "new", "in")
        for t in tokens
    )


def _points_back(scene: Scene, head: int, stop: int, memory: Memory) -> bool:
    """Whether a verb's object is "it" or "the measure", without a mention of its own."""
    if scene.lower(head + 1) == "it":
        after = scene.tokens[head + 2] if head + 2 < len(scene.tokens) else None
        return after is None or not (after.tag == "MD" or after.is_verb)
    for token in scene.tokens[head + 1 : min(head + 6, stop)]:
        if token.tag in ("IN", "TO", "CC"):
            return False
        if token.lower in memory.anaphors:
            return not any(n.mention.first > head for n in scene.bills)
    return False


def _object_before(scene: Scene, group: VerbGroup) -> list[Group]:
    """The bill before a relative clause: "the bill that A introduced"."""
    earlier = [n for n in scene.bills if n.mention.head < group.first]
    if not earlier:
        return []
    mention, bill = earlier[-1]
    between = scene.tokens[mention.core_end : group.first]
    relative = any(t.tag == "WH" for t in between) and not any(t.lower == "who" for t in between)
    crossed = any(g.form == "finite" and mention.head < g.head < group.first for g in scene.groups)
    if crossed:
        return []
    return [bill] if relative or _is_contact_clause(scene, mention, group) else []


def _is_contact_clause(scene: Scene, mention: MeasureMention, group: VerbGroup) -> bool:
    """Whether subject and verb follow a bill without "that": "the bill he wrote with B"."""
    if group.form != "finite" or group.passive:
        return False
    subject = scene.tokens[mention.core_end : group.first]
    subject = tuple(t for t in subject if t.tag not in ("RB", "MD") and not scene.dated(t))
    pronoun = len(subject) == 1 and subject[0].lower in ("i", "we", "he", "she", "they")
    person = bool(subject) and any(
        c.end == group.first and c.first == mention.core_end for c in scene.cohorts
    )
    after = scene.tokens[group.head + 1] if group.head + 1 < len(scene.tokens) else None
    objectless = after is None or after.tag in ("IN", "TO", ".", "RB", "CC") or scene.dated(after)
    return (pronoun or person) and objectless


def _undergoer(scene: Scene, index: int, memory: Memory) -> Group | None:
    """The bill that a passive verb is about."""
    group = scene.groups[index]
    owner, floor = index, -1
    if group.form != "participle":
        while owner and scene.shares_subject(owner):
            owner -= 1
        floor = scene.floor(owner)
    first = scene.groups[owner].first
    before = [n for n in scene.bills if floor < n.mention.head < first]
    if before:
        return before[-1].bill if _adjoins(scene, before[-1], group) else None
    if any(scene.lower(p) in ("it", "which") for p in range(group.first - 3, group.first)):
        return memory.spoken_of
    return scene.bills[0].bill if group.first == 0 and scene.bills else None


def _adjoins(scene: Scene, named: NamedBill, group: VerbGroup) -> bool:
    """Whether a participle belongs to the bill, not to a noun between them."""
    if group.form != "participle":
        return True
    gap = scene.tokens[named.mention.core_end : group.first]
    if len(gap) <= 6 and group.first < named.mention.end + 2:
        return not any(t.tag in ("NN", "NNP") and t.text[0].islower() for t in gap)
    return group.first < named.mention.end + 2 or len(gap) <= 6 or gap[-1].text in (",", "and")


# Joining


def _joining(scene: Scene, index: int, memory: Memory) -> Iterator[Hit]:
    """Read "B joined A in introducing", "A was joined by B", "B joined as a cosponsor"."""
    group = scene.groups[index]
    goal = _goal(scene, index, memory)
    if group.passive or scene.lower(group.head + 1) == "by":
        yield from _joined_by(scene, index, goal, memory)
        return
    joined = scene.cohort_after(group.head + 1, len(scene.tokens))
    if joined is not None and (joined.relation != "main" or joined.link > group.head):
        joined = None
    if group.form == "gerund" and group.first <= 1:
        yield from _fronted(scene, group, joined, goal, memory)
        return
    if goal is None and _names_role(
        scene, joined.end if joined is not None else group.head + 1, memory
    ):
        goal = _own_or_recent(scene, memory)
    if goal is not None:
        if joined is not None:
            yield Hit(goal, "sponsor", joined.people, "join", SURE)
        for people, _ in find_subjects(scene, index, "cosponsor", memory):
            yield Hit(goal, "cosponsor", people, "join", SURE)


def _names_role(scene: Scene, position: int, memory: Memory) -> bool:
    """Whether "as a cosponsor" follows."""
    following = range(position, position + _ROLE_REACH)
    return any(memory.noun_role(scene.lower(p)) for p in following)


def _fronted(
    scene: Scene, group: VerbGroup, joined: Cohort | None, goal: Group | None, memory: Memory
) -> Iterator[Hit]:
    """Read "Joining A in introducing the bill were B and C"."""
    leaders = joined.people if joined is not None else ()
    bill = goal or memory.recent(scene.clause.sentence.index, leaders)
    if bill is None:
        return
    yield Hit(bill, "sponsor", leaders, "join", WEAK)
    copula = scene.next_finite(joined.end if joined is not None else group.head + 1)
    for cohort in scene.cohorts:
        if cohort.first > copula:
            yield Hit(bill, "cosponsor", cohort.people, "join")


def _goal(scene: Scene, index: int, memory: Memory) -> Group | None:
    """The bill for whose introduction people join: "in introducing it", "on the bill"."""
    group = scene.groups[index]
    stop = scene.next_finite(group.head)
    for later in range(index + 1, len(scene.groups)):
        if scene.groups[later].first >= stop:
            break
        if memory.role(scene.groups[later].lemma) is not None:
            bills = _objects(scene, later, memory)
            if bills:
                return bills[0]
    for mention, bill in scene.bills:
        before = mention.first - 1
        if scene.lower(before) in _DETERMINERS:
            before -= 1
        if group.head < before < stop and scene.lower(before) in ("on", "in", "behind"):
            return bill
    return None


def _joined_by(scene: Scene, index: int, goal: Group | None, memory: Memory) -> Iterator[Hit]:
    joining = scene.agents(scene.groups[index])
    if joining is None or (goal is None and scene.lower(joining.end) in _ELSEWHERE):
        return
    joined = list(find_subjects(scene, index, "sponsor", memory))
    leaders = tuple(person for people, _ in joined for person in people)
    bill = goal or _own_or_recent(scene, memory, leaders)
    if bill is None:
        return
    yield Hit(bill, "cosponsor", joining.people, "joined by")
    if goal is not None:
        for people, role in joined:
            yield Hit(goal, role, people, "joined by")


def _own_or_recent(scene: Scene, memory: Memory, people: People = ()) -> Group | None:
    if scene.bills:
        return scene.bills[0].bill
    return memory.recent(scene.clause.sentence.index, people)


def _signing(scene: Scene, index: int, memory: Memory) -> Iterator[Hit]:
    """Read "B signed on to the bill"."""
    group = scene.groups[index]
    bill = next((n.bill for n in scene.bills if n.mention.head > group.head), None)
    if bill is not None and not group.negated:
        for people, _ in find_subjects(scene, index, "cosponsor", memory):
            yield Hit(bill, "cosponsor", people, "sign on")


def _teaming(scene: Scene, index: int, memory: Memory) -> Iterator[Hit]:
    """Read "A teamed up with B on the bill", "partnered with B to introduce it"."""
    goal = _goal(scene, index, memory)
    if goal is None:
        return
    head = scene.groups[index].head
    partner = scene.cohort_after(head, scene.next_finite(head))
    if partner is not None and partner.relation == "with":
        yield Hit(goal, "sponsor", partner.people, "team up")
    for people, role in find_subjects(scene, index, "sponsor", memory):
        yield Hit(goal, role, people, "team up")
