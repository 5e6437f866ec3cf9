"""Who does what a verb says: its subject, over infinitives, "and", pronouns and "along with"."""

from collections.abc import Iterator

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.cohorts import Cohort
from tracker.extraction.people import PersonMention
from tracker.extraction.sponsorship.memory import Memory
from tracker.extraction.sponsorship.scenes import Scene
from tracker.record import Role

_LONGEST_CHAIN = 6
People = tuple[PersonMention, ...]


def find_subjects(
    scene: Scene, index: int, role: Role, memory: Memory
) -> Iterator[tuple[People, Role]]:
    """The people in a verb's subject, each with a role.

    They have the role that the verb gives; those after "along with" or "joined by" join them.
    """
    owner, floor = _owner(scene, index, memory)
    first = scene.groups[owner].first
    before = [c for c in scene.cohorts if floor <= c.first and c.end <= first]
    before = [c for c in before if not _modifies(scene, c, first)]
    if scene.lower(first - 1) == "who":
        before = before[-1:]
    mains = [c for c in before if c.relation in ("main", "led")]
    if not mains:
        if implied := _implied(scene, scene.groups[owner], memory):
            yield implied, role
        return
    main = mains[-1]
    for cohort in before:
        if cohort is main or (cohort.first > main.first and cohort.relation == "with"):
            yield cohort.people, role
        elif cohort.relation == "joined":
            yield cohort.people, "cosponsor"


def _owner(scene: Scene, index: int, memory: Memory) -> tuple[int, int]:
    """The verb whose subject a verb shares, and the position where that may begin."""
    owner = index
    for _ in range(_LONGEST_CHAIN):
        group = scene.groups[owner]
        if group.governor is not None and group.form in ("infinitive", "gerund", "bare"):
            head = scene.groups[group.governor].head
            between = [c for c in scene.cohorts if head < c.first and c.end <= group.first]
            controlled = group.object_controlled or scene.lower(group.first - 1) == "for"
            if between and between[0].relation == "main" and controlled:
                return owner, head
            if controlled and _is_others(scene, head, group.first, memory):
                return owner, group.first
            owner = group.governor
        elif owner and scene.shares_subject(owner):
            owner -= 1
        else:
            break
    return owner, max(scene.floor(owner), 0)


def _is_others(scene: Scene, head: int, first: int, memory: Memory) -> bool:
    """Whether others without a name do it: "expects a group of members to present"."""
    between = range(head + 1, first)
    return any(scene.lower(p) in memory.members for p in between)


def _modifies(scene: Scene, cohort: Cohort, stop: int) -> bool:
    """Whether people only modify a noun: "Corker's committee", "the Biden State Department"."""
    if cohort.end >= stop - 1:
        return False
    token = scene.tokens[cohort.end]
    return token.tag in ("POS", "NN", "NNP") and not scene.dated(token)


def _implied(scene: Scene, group: VerbGroup, memory: Memory) -> People:
    """Whom a pronoun, "the senator" or a missing subject stands for."""
    if scene.in_first_person(group):
        return memory.speaker(scene.tokens[group.first].start)
    # "He believes lawmakers should write a bill": another verb's subject is none of this one
    floor = max((g.head for g in scene.groups if g.head < group.first), default=-1)
    before = {scene.lower(p) for p in range(max(group.first - 3, floor + 1), group.first)}
    if before & {"he", "she"}:
        earlier = next((c for c in scene.cohorts if c.end <= group.first), None)
        return earlier.people[:1] if earlier else memory.subject[:1]
    if "they" in before:
        return memory.subject
    if before & memory.words["generic"]:
        return memory.principal
    if group.form == "gerund" and group.first == 0:
        return memory.leader or memory.principal
    return ()
