"""Sponsors that a noun tells of: "cosponsors include A and B", "A, an author of the bill"."""

from collections.abc import Iterator

from tracker.extraction.measures import Group
from tracker.extraction.sponsorship.memory import Hit, Memory
from tracker.extraction.sponsorship.scenes import Scene
from tracker.extraction.sponsorship.subjects import find_subjects
from tracker.extraction.tagging import Token
from tracker.record import Role

_ITEM = 40
_APPOSITION = 14
_COPULA_REACH = 8
_COPULAS = frozenset({"be", "become", "serve", "remain"})


def noun_hits(scene: Scene, memory: Memory) -> Iterator[Hit]:
    """The sponsorships that the nouns of a sentence tell."""
    for position, token in enumerate(scene.tokens):
        role = memory.noun_role(token.lower)
        if role is None or _is_of_terror(scene, position):
            continue
        bill = _bill(scene, position, memory)
        if bill is not None:
            yield from _listed(scene, position, bill, role, memory)
            yield from _predicated(scene, position, bill, role, memory)


def list_hits(scene: Scene, memory: Memory) -> Iterator[Hit]:
    """Names on lines of their own after "Cosponsors of the bill include:"."""
    if memory.open_list is None:
        return
    if scene.groups or not scene.cohorts or len(scene.tokens) > _ITEM:
        memory.open_list = None
        return
    bill, role = memory.open_list
    for cohort in scene.cohorts:
        yield Hit(bill, role, cohort.people, "list")


def _is_of_terror(scene: Scene, position: int) -> bool:
    """Whether a sponsor is one of something else: "state sponsor of terrorism"."""
    of_terror = scene.lower(position + 1) == "of" and scene.lower(position + 2).startswith("terror")
    return of_terror or scene.lower(position - 1) == "state"


def _bill(scene: Scene, position: int, memory: Memory) -> Group | None:
    """The bill that a noun such as "cosponsor" is of."""
    after = [n for n in scene.bills if 0 < n.mention.first - position <= 4]
    before = [n for n in scene.bills if n.mention.head < position]
    if after or before:
        return after[0].bill if after else before[-1].bill
    return scene.bills[0].bill if scene.bills else memory.main_bill()


def _listed(scene: Scene, position: int, bill: Group, role: Role, memory: Memory) -> Iterator[Hit]:
    """People named right after the noun: "cosponsors include A, B and C"."""
    verb = next((g for g in scene.groups if g.first > position), None)
    limit = adjacent = position + 2
    if verb is not None and verb.lemma in ("include", "be"):
        limit = verb.head + 3 if verb.first - position <= _COPULA_REACH else limit
    elif ":" in (scene.lower(position + 1), scene.lower(position + 2)):
        limit = position + 4
    cohort = next((c for c in scene.cohorts if c.first > position), None)
    plural = scene.lower(position).endswith("s")
    if cohort is None:
        if plural and scene.opens_list:
            memory.open_list = (bill, role)
    elif cohort.first <= limit:
        named = plural or cohort.first == position + 1 or limit > adjacent
        if named or _is_owned(scene, position):
            yield Hit(bill, role, cohort.people, "noun")


def _is_owned(scene: Scene, position: int) -> bool:
    """Whether a noun is the bill's: "its author, Sen. A", "the bill's chief sponsor, Rep. B"."""
    return any(t.tag in ("POS", "PRPS") for t in scene.tokens[max(0, position - 3) : position])


def _predicated(
    scene: Scene, position: int, bill: Group, role: Role, memory: Memory
) -> Iterator[Hit]:
    """Read "A is a sponsor of", "A, the bill's author,", "with A as a cosponsor"."""
    before = [i for i, g in enumerate(scene.groups) if g.head < position]
    copula = scene.groups[before[-1]] if before else None
    if copula is not None and position - copula.head <= _COPULA_REACH and copula.lemma in _COPULAS:
        for people, _ in find_subjects(scene, before[-1], role, memory):
            yield Hit(bill, role, people, "noun")
        return
    nearest = next((c for c in reversed(scene.cohorts) if c.end <= position), None)
    between = scene.tokens[nearest.end : position] if nearest is not None else ()
    if nearest is None or not 0 < len(between) <= _APPOSITION:
        return
    home = 0 if between[0].lower not in ("of", "from") else _past_home(between)
    apposed = between[home].text == "," and not any(t.is_verb for t in between)
    names_follow = any(position < c.first <= position + 2 for c in scene.cohorts)
    as_noun = between[0].lower == "as" and nearest.relation == "with"
    if as_noun or (apposed and not names_follow):
        yield Hit(bill, role, nearest.people, "noun")


def _past_home(tokens: tuple[Token, ...]) -> int:
    """Position after where somebody is from: "of West Virginia"."""
    end = 1
    while end < len(tokens) - 1 and tokens[end].tag == "NNP":
        end += 1
    return end
