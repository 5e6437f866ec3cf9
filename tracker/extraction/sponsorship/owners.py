"""Sponsors that a bill's own phrase names: "Cruz's bill", "the Graham-Blumenthal bill"."""

from collections.abc import Iterator

from tracker.extraction.cohorts import Cohort
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.people import PersonMention
from tracker.extraction.sponsorship.memory import WEAK, Hit, Memory
from tracker.extraction.sponsorship.scenes import NamedBill, Scene
from tracker.extraction.sponsorship.subjects import People
from tracker.extraction.tagging import Token

_LONGEST_PHRASE = 12
_INSIDE = frozenset({"NN", "NNP", "JJ", "CD", "VBN", "VBG", "RB", "VB"})
_OFFICES = frozenset({"administration", "office", "team", "campaign", "committee"})


def owner_hits(scene: Scene, memory: Memory) -> Iterator[Hit]:
    """The sponsorships that phrases naming bills tell."""
    for named in scene.bills:
        if named.mention.plural:
            continue
        yield from _possessed(scene, named, memory)
        yield from _hyphenated(scene, named, memory)
        yield from _pronominal(scene, named, memory)
        for preposition in ("by", "from"):
            yield from _after_bill(scene, named, preposition)


def _possessed(scene: Scene, named: NamedBill, memory: Memory) -> Iterator[Hit]:
    """Read "Senator Cruz's new bill", "the Corker bill", but not "Cruz delays renewal of"."""
    mention = named.mention
    for cohort in scene.cohorts:
        in_title = mention.title is not None and cohort.first >= mention.first
        if in_title or not 0 <= mention.head - cohort.end <= _LONGEST_PHRASE:
            continue
        stop = mention.head if mention.title is None else mention.first
        words = scene.tokens[cohort.end : stop]
        possessive = bool(words) and words[0].tag == "POS"
        if (possessive or _is_attributive(cohort, mention)) and _is_phrase(words[possessive:]):
            if not possessive and words and words[0].lower in memory.third_persons:
                continue
            owners = (p for p in cohort.people if p.legislator or possessive)
            people = tuple(p for p in owners if p.name not in memory.presidents)
            yield Hit(named.bill, "sponsor", people, "named after", WEAK)


def _is_attributive(cohort: Cohort, mention: MeasureMention) -> bool:
    """Whether a name stands in the bill's phrase, as no part of another: "to honor Sen. A"."""
    linked = cohort.link >= mention.first and cohort.relation != "main"
    return (
        cohort.end >= mention.first
        and cohort.first >= mention.first - 2
        and cohort.first <= mention.head
        and not linked
    )


def _is_phrase(words: tuple[Token, ...]) -> bool:
    """Whether words can stand between an owner and the bill; "the Biden administration" is none."""
    return all(t.tag in _INSIDE or t.text in ("-", '"', "'") for t in words) and not any(
        t.lower in _OFFICES for t in words
    )


def _hyphenated(scene: Scene, named: NamedBill, memory: Memory) -> Iterator[Hit]:
    """Read "the Graham-Blumenthal bill", "the Scott-sponsored act"."""
    mention = named.mention
    in_title = mention.title is not None and mention.head > mention.first + 1
    stop = mention.first + 1 if in_title else mention.head
    for position in range(max(0, mention.first - 2), stop):
        token = scene.tokens[position]
        names = token.text.replace("/", "-").split("-")
        if len(names) < 2:
            continue
        if names[-1].lower() in memory.words["participles"]:
            names = names[:-1]
        elif in_title and position == mention.first:
            continue
        if all(name[:1].isupper() for name in names):
            people = _people(names, token, scene, memory)
            yield Hit(named.bill, "sponsor", people, "named after", WEAK)


def _people(names: list[str], token: Token, scene: Scene, memory: Memory) -> People:
    """The people of a nickname, by last name alone where the text does not name them else."""
    known = [memory.by_last_name.get(name.lower()) for name in names]
    if all(known):
        return tuple(person for person in known if person is not None)
    if scene.clause.sentence.headline and not any(known):
        return ()
    if len(names) < 2 or token.start in memory.place_starts:
        return ()
    if not all(name.isalpha() and len(name) > 2 for name in names):
        return ()
    return tuple(
        person or _by_last_name(name, token) for name, person in zip(names, known, strict=True)
    )


def _by_last_name(name: str, token: Token) -> PersonMention:
    span = (token.start, token.end)
    return PersonMention(name, name, *span, *span, legislator=True, chamber=None)


def _pronominal(scene: Scene, named: NamedBill, memory: Memory) -> Iterator[Hit]:
    """Read "his legislation", "my amendment with Senator C"."""
    opener = _opener(scene, named.mention)
    word = scene.lower(opener)
    if _is_in_title(scene, opener):
        return
    if word in ("his", "her", "their"):
        people = _holders(scene, opener, memory)
        yield Hit(named.bill, "sponsor", people, "possessive", WEAK)
    elif word in ("my", "our"):
        people = memory.speaker(scene.tokens[opener].start)
        yield Hit(named.bill, "sponsor", people, "possessive", WEAK)
        yield from _after_bill(scene, named, "with")


def _is_in_title(scene: Scene, position: int) -> bool:
    """Whether a possessive is a word of a title: "the Defending Our Shores Act"."""
    before = scene.tokens[position - 1].text if position > 1 else ""
    return before.endswith("ing") and before[0].isupper()


def _opener(scene: Scene, mention: MeasureMention) -> int:
    """Position of the word that opens a phrase: "their bipartisan, bicameral X Act"."""
    position = mention.first
    while position > 0 and scene.tokens[position].tag != "PRPS":
        before = scene.tokens[position - 1]
        if before.tag not in ("PRPS", "JJ", "RB") and before.text != ",":
            return position - 1
        position -= 1
    return position


def _holders(scene: Scene, position: int, memory: Memory) -> People:
    """Whom "his", "her" or "their" before a bill stands for."""
    before = next((c for c in scene.cohorts if c.end <= position and c.relation != "other"), None)
    people = before.people if before is not None else memory.subject
    if scene.lower(position) == "their":
        return people if len(people) > 1 else ()
    return tuple(p for p in people[:1] if p.legislator or before is not None)


def _after_bill(scene: Scene, named: NamedBill, preposition: str) -> Iterator[Hit]:
    """Read "a bill from Sens. A and B"."""
    for cohort in scene.cohorts:
        between = scene.tokens[named.mention.core_end : max(cohort.link, 0)]
        adjacent = cohort.link >= named.mention.core_end and all(
            t.text in (")", '"') for t in between
        )
        if adjacent and scene.lower(cohort.link) == preposition:
            people = tuple(p for p in cohort.people if p.legislator)
            yield Hit(named.bill, "sponsor", people, f"bill {preposition}", WEAK)
