"""Who introduced a bill and who joined it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.people import PersonMention
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.sponsorship.memory import Hit, Memory
from tracker.extraction.sponsorship.nouns import list_hits, noun_hits
from tracker.extraction.sponsorship.owners import owner_hits
from tracker.extraction.sponsorship.scenes import Scene
from tracker.extraction.sponsorship.verbs import verb_hits
from tracker.record import Sponsor


@dataclass(frozen=True, slots=True)
class FoundSponsor:
    """A sponsorship and the bill that it is of."""

    group: Group
    sponsor: Sponsor


def find_sponsors(reading: Reading, grouping: Grouping, lexicon: Lexicon) -> list[FoundSponsor]:
    """Every sponsorship that the article tells, one entry a person and bill, in text order.

    Where the article tells two roles of one person, what shows it better decides, then the
    role of a sponsor.
    """
    memory = Memory(reading, grouping, lexicon)
    kept: dict[tuple[int, str], tuple[tuple[int, bool], FoundSponsor]] = {}
    for clause in reading.clauses:
        scene = Scene(clause, memory.bill_of)
        for hit in _hits(scene, memory):
            rank = (hit.weight, hit.role == "sponsor")
            for person in hit.people:
                key = (id(hit.bill), person.name)
                if key not in kept or rank > kept[key][0]:
                    kept[key] = (rank, _found(reading, clause, hit, person))
        memory.leave(scene)
    return [found for _, found in kept.values()]


def _hits(scene: Scene, memory: Memory) -> Iterator[Hit]:
    if not scene.bills and memory.spoken_of is None:
        return
    for rule in (list_hits, owner_hits, verb_hits, noun_hits):
        for hit in rule(scene, memory):
            if hit.people:
                memory.note(hit, scene.clause.sentence.index)
                yield hit


def _found(reading: Reading, clause: Clause, hit: Hit, person: PersonMention) -> FoundSponsor:
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
