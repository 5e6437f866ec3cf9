"""What the rules of sponsorship remember from sentence to sentence."""

from collections import Counter
from typing import NamedTuple

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.people import PersonMention
from tracker.extraction.reading import Reading
from tracker.extraction.speakers import Speakers
from tracker.extraction.sponsorship.scenes import Scene
from tracker.record import Role

_RECENT = 4
SURE, PLAIN, WEAK = 3, 2, 1


class Hit(NamedTuple):
    """People who stand in a role to a bill.

    `weight` ranks what shows it: `SURE` ("B joined A in introducing"), `PLAIN` or `WEAK`
    ("A's bill", a headline).
    """

    bill: Group
    role: Role
    people: tuple[PersonMention, ...]
    rule: str
    weight: int = PLAIN


class Memory:
    """Who and what was spoken of, and whose sponsorship of what was told so far."""

    def __init__(self, reading: Reading, grouping: Grouping, lexicon: Lexicon) -> None:
        self.words = lexicon.sponsorship
        self.anaphors = lexicon.noun_set("bill", "anaphors")
        self.members = frozenset(lexicon.counts["support"]["members"].split())
        self.hedging = {v for v, m in lexicon.governing_verbs.items() if m == "possible"}
        forms = lexicon.verb_forms.items()
        self.third_persons = {form for form, (_, tags) in forms if "VBZ" in tags}
        self.principal = _principal(reading.people)
        self.presidents = _presidents(reading)
        self.by_last_name = {p.last.lower(): p for p in reversed(reading.people)}
        self.subject: tuple[PersonMention, ...] = ()
        self.leader: tuple[PersonMention, ...] = ()
        self.spoken_of: Group | None = None
        self.open_list: tuple[Group, Role] | None = None
        self.place_starts = {place.start for place in reading.places}
        self._reading = reading
        self._grouping = grouping
        self._speakers = Speakers(reading, lexicon)
        self._weights: Counter[int] = Counter()
        self._bills: dict[int, Group] = {}
        self._bill_of_person: dict[str, Group] = {}
        self._last: Group | None = None
        self._last_in = -_RECENT

    def role(self, lemma: str) -> Role | None:
        """The role of a verb's subject, None for a verb that says nothing of sponsorship."""
        if lemma in self.words["sponsor"]:
            return "sponsor"
        return "cosponsor" if lemma in self.words["cosponsor"] else None

    def noun_role(self, word: str) -> Role | None:
        """The role that a noun such as "author" or "co-sponsors" names."""
        if word in self.words["sponsor_nouns"]:
            return "sponsor"
        return "cosponsor" if word in self.words["cosponsor_nouns"] else None

    def note(self, hit: Hit, sentence: int) -> None:
        """Remember a sponsorship that was found."""
        self._weights[id(hit.bill)] += hit.weight
        self._bills[id(hit.bill)] = hit.bill
        if hit.weight > WEAK:
            self._bill_of_person.update((person.name, hit.bill) for person in hit.people)
        self._last, self._last_in = hit.bill, sentence

    def leave(self, scene: Scene) -> None:
        """Remember of a sentence what later ones may point back at."""
        if scene.bills:
            self.spoken_of = scene.bills[-1].bill
        main = next((c for c in scene.cohorts if c.relation == "main"), None)
        if main is not None and not self._reading.quoted(main.people[0].start):
            self.subject = main.people
            if scene.opens_list:
                self.leader = main.people

    def bill_of(self, mention: MeasureMention) -> Group | None:
        """The bill of a mention; "the legislation" is rather one that sponsors were told of."""
        bill = self._grouping.group_of(mention)
        if mention.anaphor and self._weights and id(bill) not in self._weights:
            return self.main_bill()
        return bill

    def main_bill(self) -> Group | None:
        """The bill whose sponsorship the article tells most of, else the one last spoken of."""
        if not self._weights:
            return self.spoken_of
        best, _ = self._weights.most_common(1)[0]
        return self._bills[best]

    def recent(self, sentence: int, people: tuple[PersonMention, ...] = ()) -> Group | None:
        """The bill that people are known to sponsor, that was lately told of, or spoken of."""
        for person in people:
            if person.name in self._bill_of_person:
                return self._bill_of_person[person.name]
        if self._last is not None and sentence - self._last_in <= _RECENT:
            return self._last
        bill = self.spoken_of
        return bill if bill is not None and sentence - bill.seen <= _RECENT else None

    def speaker(self, offset: int) -> tuple[PersonMention, ...]:
        """Who says "I": the speaker of the quotation, else whose statement it is."""
        return self._speakers.at(offset) or self.principal


def _principal(people: tuple[PersonMention, ...]) -> tuple[PersonMention, ...]:
    """The legislator whom the article is about: named most often."""
    counts = Counter(p.name for p in people if p.legislator)
    if not counts:
        return ()
    name, _ = counts.most_common(1)[0]
    return (next(p for p in people if p.name == name),)


def _presidents(reading: Reading) -> frozenset[str]:
    """Names of those whom the article calls president: they sign bills and sponsor none."""
    titles = ((p, reading.folded[p.outer_start : p.start].lower().split()) for p in reading.people)
    return frozenset(p.name for p, title in titles if title and title[-1] == "president")
