"""Who says what a claim tells, where the article tells it in somebody else's name."""

from collections import Counter

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.people import PersonMention
from tracker.extraction.phrases import phrase_start
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.speakers import Speakers
from tracker.extraction.tagging import Token

_MAX_CHAIN = 6
_MAX_WORDS = 10
_LOOK_BACK = 12
_NOMINAL = frozenset({"NN", "NNP", "PRP", "WH"})
_TIMES = frozenset({"after", "before", "when", "while", "since", "as"})


class Attribution:
    """Finds the speaker of each claim of an article."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._words = lexicon.speech
        self._speakers = Speakers(reading, lexicon)
        self._main = self._find_main()
        self._openings: dict[int, int] = {}
        for clause in reading.clauses:
            self._openings.setdefault(clause.sentence.paragraph, clause.sentence.start)

    def speaker(self, clause: Clause, position: int, group: int | None) -> str | None:
        """Who says what a predicate tells, None where it is the article's own reporting.

        Args:
            clause: The sentence of the predicate.
            position: Position of its verb or noun.
            group: Number of its verb group, None for a noun.

        Returns:
            The fullest name of a person, or the office or organisation as the text has it.
        """
        if self._is_speech(clause, position):
            return self._quoted(clause)
        verb = group if group is not None else _verb_before(clause, position)
        return (
            self._pleading(clause, verb)
            or self._reported(clause, position, group)
            or self._according_to(clause)
        )

    def _find_main(self) -> str | None:
        quoted = Counter(
            person.name
            for clause in self._reading.clauses
            for person in self._speakers.at(clause.sentence.start)
        )
        return quoted.most_common(1)[0][0] if quoted else None

    def _pleading(self, clause: Clause, verb: int | None) -> str | None:
        """Who asks for what the predicate tells: the subject of "urged", "threatened"."""
        for _ in range(_MAX_CHAIN):
            if verb is None:
                return None
            group = clause.groups[verb]
            pleads = group.lemma in self._words["plead"] and not group.passive
            if pleads and group.modal is None:
                name = self._subject(clause, group)
                if name is not None:
                    return name
            verb = group.governor
        return None

    def _reported(self, clause: Clause, position: int, group: int | None) -> str | None:
        """The subject of the saying verb whose clause holds the predicate."""
        if group is not None and clause.groups[group].form == "participle":
            return None
        for verb in reversed([g for g in clause.groups if g.head < position]):
            says = verb.lemma in self._words["say"] and not verb.passive
            if says and _takes(clause, verb, position):
                return self._subject(clause, verb)
        for verb in clause.groups:
            says = verb.lemma in self._words["say"] and not verb.passive
            if verb.first > position and says and verb.form == "finite":
                return (
                    self._subject(clause, verb, after=position) if _closes(clause, verb) else None
                )
        return None

    def _is_speech(self, clause: Clause, position: int) -> bool:
        """Whether a predicate stands in a quotation, also one that runs over paragraphs."""
        first = self._openings[clause.sentence.paragraph]
        unclosed = self._reading.folded[first] == '"' and not self._reading.quoted(first)
        return unclosed or self._reading.quoted(clause.sentence.tokens[position].start)

    def _quoted(self, clause: Clause) -> str | None:
        """The speaker of a quotation, else whom the article quotes most."""
        spoken = self._speakers.at(clause.sentence.start)
        return spoken[0].name if spoken else self._main

    def _subject(self, clause: Clause, verb: VerbGroup, after: int = -1) -> str | None:
        """Who a verb's subject names; with `after`, only one that stands behind a position."""
        tokens = clause.sentence.tokens
        end = self._before_adjuncts(tokens, verb.first)
        if after < 0 and (
            verb.form == "gerund" or (end and tokens[end - 1].lower in ("and", "but"))
        ):
            earlier = [g for g in clause.groups if g.head < verb.first and g.form == "finite"]
            if earlier and earlier[-1] is not verb:
                return self._subject(clause, earlier[-1])
        floor = _floor(clause, verb, after)
        if end > floor and tokens[end - 1].text == ",":
            return self._apposed(clause, floor, end)
        if end > floor and tokens[end - 1].tag in _NOMINAL | {"CD"}:
            return self._name(clause, floor, end - 1)
        if end > floor and tokens[end - 1].text == ")":
            return self._person_ending(clause, tokens[end - 1].end)
        return self._behind(clause, verb)

    def _before_adjuncts(self, tokens: tuple[Token, ...], position: int) -> int:
        """Position after the subject of a verb, adverbs and days before the verb passed over."""
        while position > 0:
            token = tokens[position - 1]
            day = token.lower in self._words["dates"]
            leads_day = token.tag == "IN" and tokens[position].lower in self._words["dates"]
            if not (day or leads_day or token.tag == "RB"):
                return position
            position -= 1
        return position

    def _apposed(self, clause: Clause, floor: int, end: int) -> str | None:
        """The name before an apposition: "Tony Blinken, deputy adviser, said"."""
        tokens = clause.sentence.tokens
        people = [
            p for p in clause.people if tokens[floor].start <= p.start < tokens[end - 1].start
        ]
        if people:
            return self._joined(clause, people[0].start)
        for position in range(floor, end - 1):
            if tokens[position].text == "," and position > floor:
                return self._name(clause, floor, position - 1)
        return None

    def _behind(self, clause: Clause, verb: VerbGroup) -> str | None:
        """The subject after the verb: "said Sen. Lindsey Graham"."""
        tokens = clause.sentence.tokens
        if verb.head + 1 >= len(tokens):
            return None
        start = tokens[verb.head + 1].start
        person = next((p for p in clause.people if p.outer_start == start), None)
        return person.name if person is not None else None

    def _person_ending(self, clause: Clause, end: int) -> str | None:
        person = next((p for p in clause.people if p.outer_end == end), None)
        return self._joined(clause, person.start) if person is not None else None

    def _name(self, clause: Clause, floor: int, head: int) -> str | None:
        """The words of the noun phrase that ends at `head`, a person's in full."""
        tokens = clause.sentence.tokens
        token = tokens[head]
        if token.lower in ("he", "she"):
            return self._person_before(clause, token.start)
        if token.lower in self._words["nobody"] or token.tag in ("PRP", "WH"):
            return None
        person = next(
            (p for p in reversed(clause.people) if p.start <= token.start < p.outer_end), None
        )
        if person is not None:
            return self._joined(clause, person.start)
        first = phrase_start(tokens, head)
        while first - 2 >= floor and tokens[first - 1].lower in ("of", "for"):
            first = phrase_start(tokens, first - 2)
        if head - first > _MAX_WORDS:
            return None
        return self._reading.text[tokens[first].start : token.end]

    def _joined(self, clause: Clause, start: int) -> str:
        """A person with the one that "and" joins: two names; of a longer list, the first."""
        row = [p for p in clause.people if not self._reading.quoted(p.start)] or list(clause.people)
        at = next((i for i, p in enumerate(row) if p.start == start), None)
        if at is None:
            return next(p.name for p in clause.people if p.start == start)
        low = high = at
        while low and self._links(row[low - 1], row[low]):
            low -= 1
        while high + 1 < len(row) and self._links(row[high], row[high + 1]):
            high += 1
        if high - low == 1:
            return f"{row[low].name} and {row[high].name}"
        return row[low].name

    def _links(self, one: PersonMention, other: PersonMention) -> bool:
        between = self._reading.folded[one.outer_end : other.outer_start].replace(",", " ")
        return between.strip() in ("and", "") and len(between) < 12

    def _person_before(self, clause: Clause, offset: int) -> str | None:
        """The person that "he" or "she" points back at: the subject of what was said before."""
        index = clause.sentence.index
        for earlier in reversed(self._reading.clauses[max(0, index - _LOOK_BACK) : index + 1]):
            named = [p for p in earlier.people if p.start < offset]
            outside = [p for p in named if not self._reading.quoted(p.start)] or named
            if outside:
                return outside[0].name
        return None

    def _according_to(self, clause: Clause) -> str | None:
        """The words after "according to"."""
        tokens = clause.sentence.tokens
        for position, token in enumerate(tokens[:-2]):
            if token.lower == "according" and tokens[position + 1].tag == "TO":
                return self._source(clause, position + 2)
        return None

    def _source(self, clause: Clause, first: int) -> str | None:
        tokens = clause.sentence.tokens
        end = first
        while end < len(tokens) and (
            tokens[end].is_nominal or tokens[end].tag in ("DT", "POS", "PRPS")
        ):
            end += 1
        if end == first or tokens[end - 1].lower in self._words["nobody"]:
            return None
        span = tokens[first].start, tokens[end - 1].end
        people = [p for p in clause.people if span[0] <= p.start < span[1]]
        if people and not any(t.tag == "POS" for t in tokens[first:end]):
            return people[-1].name
        return self._reading.text[span[0] : span[1]]


def _verb_before(clause: Clause, position: int) -> int | None:
    before = [i for i, g in enumerate(clause.groups) if g.head < position]
    near = before and position - clause.groups[before[-1]].head <= _MAX_WORDS
    return before[-1] if near else None


def _takes(clause: Clause, verb: VerbGroup, position: int) -> bool:
    """Whether the clause that a saying verb takes holds a position.

    Not what stands in an aside, in a clause of time or in one that "and" begins anew.
    """
    tokens = clause.sentence.tokens
    between = tokens[verb.head + 1 : position]
    inserted = bool(between) and between[0].text == "," and verb.first > 1
    if inserted:
        # "The EU, she added, will"
        return any(t.text == "," for t in tokens[max(0, verb.first - 6) : verb.first])
    if any(t.text == ";" for t in between) or not between:
        return False
    that = any(t.lower == "that" for t in between[:4])
    for at, token in enumerate(between):
        aside = (
            at > 0 and between[at - 1].text == "," and token.lower in ("which", "who", "and", "but")
        )
        if aside or (not that and token.lower in _TIMES):
            return False
    return any(
        g.first > verb.head and g.head <= position and g.form == "finite" for g in clause.groups
    ) or (between[0].text in ('"', ":"))


def _closes(clause: Clause, verb: VerbGroup) -> bool:
    """Whether a saying verb only closes the sentence: ", officials said on Monday."."""
    tokens = clause.sentence.tokens
    if verb.form != "finite" or verb.head + 1 >= len(tokens):
        return verb.form == "finite"
    following = tokens[verb.head + 1]
    return following.tag in (".", "IN", "RB", "NNP", "CC", "VBG") and following.lower != "that"


def _floor(clause: Clause, verb: VerbGroup, after: int) -> int:
    """Position from which on the subject of a verb may stand."""
    tokens = clause.sentence.tokens
    floor = max(0, after)
    for group in clause.groups:
        if group.head < verb.first and group.form == "finite":
            floor = max(floor, group.head + 1)
    for position in range(verb.first - 1, floor - 1, -1):
        if tokens[position].text in (";", ":", '"'):
            return position + 1
    if after >= 0:
        commas = [i for i in range(floor, verb.first) if tokens[i].text == ","]
        return commas[0] + 1 if commas else verb.first
    return floor
