"""Coreference: which mentions are one measure.

Mentions are taken in text order. Each joins the known measure that it fits best, or begins
a new one. Numbers, titles and ordinals decide where they stand; else what the words are
about, who acts and who is hit, and how lately the measure was spoken of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice

from tracker.extraction.mentions import MeasureMention
from tracker.extraction.occurrences import Occurrence
from tracker.extraction.phrases import stem
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.titles import initials

_YEAR = re.compile(r",? (?:of|for fiscal(?: year)?) \d{4}$")
_BRACKETS = re.compile(r"\(([^)]*)\)")
# What stands before a title's own words: who wrote it, who has passed it, a year, a word of praise.
_AUTHORS = re.compile(
    r"^(?:(?:house|senate)(?:[- ]passed)? |bipartisan |\d{4} |[a-z]+-[a-z]+ (?=[a-z]+ act))+"
)
_UNTELLING = frozenset(["the", "act", "of", "s", "u", "us", "bill", "law"])
_APPOSITION = re.compile(
    r"[\s,(\"'—:-]*(?:(?:called|known as|titled|dubbed|entitled|named|or|the|a|an|his|her|their"
    r"|bipartisan|new|[A-Z]{2,12}\)),?[\s\"'(]*)*"
)
_LEAD = 4
_MEMORY = 12
# A mention is held against so many measures at most, so that reading stays linear.
_REMEMBERED = 30
# Whoever is the subject of these is hit by the sanctions and does not make them.
_UNDERGOING = frozenset({"face", "risk", "be", "come", "fall", "await"})
# What a head noun may stand for: "the resolution" is no bill, "the measure" may be any.
_HEAD_CLASSES = {
    "bill": "bill",
    "legislation": "bill",
    "act": "bill",
    "resolution": "resolution",
    "amendment": "amendment",
    "treaty": "treaty",
}


@dataclass(slots=True)
class Group:
    """The mentions of one measure, and what they say together.

    Attributes:
        kind: `bill` or `package`.
        mentions: In text order.
        words: What its mentions are about.
        makers: Places that the mentions name as maker.
        targets: Places that the mentions name as target.
        owners: Last names that the mentions give it.
        acronyms: Short forms of the title.
        titles: The titles that the text gives the bill.
        number: The bill's number, from the first mention that has one.
        ordinal: The package's number.
        head_class: What its head nouns say it is, None if they leave it open.
        fresh: Whether a mention calls it new.
        standing: Whether a mention calls it existing or earlier.
        company: Stems of the last names of people whom its sentences tell of.
    """

    kind: str
    mentions: list[MeasureMention] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    number: str | None = None
    ordinal: int | None = None
    head_class: str | None = None
    fresh: bool = False
    standing: bool = False
    company: frozenset[str] = frozenset()

    @property
    def seen(self) -> int:
        """Number of the last sentence that speaks of it."""
        return self.mentions[-1].sentence

    @property
    def last(self) -> int:
        """Offset of its last mention."""
        return self.mentions[-1].start_char

    @property
    def naming(self) -> list[MeasureMention]:
        """The mentions that name it, without those that only point back."""
        return [m for m in self.mentions if not m.anaphor]

    def add(self, mention: MeasureMention) -> None:
        """Take a mention in, with what it tells of the measure."""
        self.mentions.append(mention)
        self.words |= mention.words
        self.makers |= frozenset(mention.makers)
        self.targets |= frozenset(mention.targets)
        self.owners |= frozenset(mention.owners)
        self.fresh = self.fresh or mention.fresh
        self.standing = self.standing or mention.standing
        self.number = self.number or mention.number
        if mention.acronym:
            self.acronyms |= {mention.acronym}
        if mention.title and mention.title not in self.titles:
            self.titles = (*self.titles, mention.title)
        if self.ordinal is None:
            self.ordinal = mention.ordinal
        if self.head_class is None:
            self.head_class = _HEAD_CLASSES.get(mention.head_word)

    @property
    def title(self) -> str | None:
        """The bill's title: the longest as the text gives it."""
        return max(self.titles, key=len, default=None)

    @property
    def form(self) -> str | None:
        """The package's form, as far as its phrases tell."""
        forms = {m.form for m in self.mentions}
        return next((f for f in ("numbered", "named", "action") if f in forms), None)


@dataclass(frozen=True)
class Grouping:
    """All measures of an article and, for each mention, the one that it belongs to."""

    groups: tuple[Group, ...]
    of_mention: dict[tuple[int, int], Group]

    @cached_property
    def rivals(self) -> dict[str, tuple[int, int]]:
        """By kind, how many measures there are, and the mentions of the most named one."""
        found: dict[str, tuple[int, int]] = {}
        for group in self.groups:
            count, most = found.get(group.kind, (0, 0))
            found[group.kind] = count + 1, max(most, len(group.mentions))
        return found

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[int, Group]]]:
        found: dict[int, list[tuple[int, Group]]] = {}
        for group in self.groups:
            for mention in group.mentions:
                found.setdefault(mention.sentence, []).append((mention.head, group))
        return found

    def last_before(
        self, sentence: int, position: int, reach: int, kinds: frozenset[str] | None = None
    ) -> Group | None:
        """The measure spoken of last before a position, in its sentence or `reach` before.

        Args:
            sentence: Index of the sentence.
            position: Position of a token in it.
            reach: So many sentences before are looked at as well.
            kinds: Only measures of these kinds, None for any.
        """

        def spoken_in(index: int) -> list[tuple[int, Group]]:
            pairs = self._by_sentence.get(index, ())
            return [pair for pair in pairs if kinds is None or pair[1].kind in kinds]

        here = [pair for pair in spoken_in(sentence) if pair[0] < position]
        spoken = here or next(
            filter(None, (spoken_in(sentence - back) for back in range(1, reach + 1))),
            [],
        )
        return max(spoken, key=lambda pair: pair[0])[1] if spoken else None

    def group_of(self, mention: MeasureMention) -> Group | None:
        """The measure of a mention, None if it points at nothing known."""
        return self.of_mention.get((mention.start_char, mention.head))


def group_mentions(reading: Reading, occurrences: tuple[tuple[Occurrence, ...], ...]) -> Grouping:
    """Group the article's mentions into measures.

    Args:
        reading: The article.
        occurrences: The predicates of each clause: who acts tells makers apart.
    """
    builder = _Builder(reading)
    for clause, own in zip(reading.clauses, occurrences, strict=True):
        builder.take(clause, own)
    return Grouping(tuple(builder.groups), builder.of_mention)


class _Builder:
    """Groups mentions clause by clause."""

    def __init__(self, reading: Reading) -> None:
        self.groups: list[Group] = []
        self.of_mention: dict[tuple[int, int], Group] = {}
        self._reading = reading
        self._recent: dict[str, dict[int, Group]] = {"bill": {}, "package": {}}

    def take(self, clause: Clause, occurrences: tuple[Occurrence, ...]) -> None:
        """Find a home for every mention of a clause."""
        previous: MeasureMention | None = None
        for mention in _prepared(clause, occurrences):
            group = self._home(mention, previous, clause)
            if group is None:
                continue
            if not group.mentions:
                self.groups.append(group)
            group.add(mention)
            if not mention.inside:
                group.company |= {stem(p.last.lower()) for p in clause.people}
            recent = self._recent[group.kind]
            recent.pop(id(group), None)
            recent[id(group)] = group
            self.of_mention[(mention.start_char, mention.head)] = group
            previous = mention

    def _of_kind(self, kind: str) -> list[Group]:
        """The measures spoken of last, in the order in which they were first named."""
        recent = islice(reversed(self._recent[kind].values()), _REMEMBERED)
        return sorted(recent, key=lambda group: group.mentions[0].start_char)

    def _home(
        self, mention: MeasureMention, previous: MeasureMention | None, clause: Clause
    ) -> Group | None:
        if mention.kind == "package":
            return self._counting_home(mention, previous) or self._package_home(mention)
        if mention.title is not None or mention.number is not None:
            return self._named_bill_home(mention, previous, clause)
        if mention.anaphor:
            return _most_salient(mention, self._of_kind("bill"))
        if mention.plural:
            return None
        return self._described_bill_home(mention, previous)

    def _named_bill_home(
        self, mention: MeasureMention, previous: MeasureMention | None, clause: Clause
    ) -> Group:
        groups = self._of_kind("bill")
        apposed = self._apposed(mention, previous)
        for group in groups:
            if _same_name(mention, group):
                if apposed is not None and _completes(apposed, group):
                    self._merge(apposed, group)
                return group
        if apposed is not None and _may_be(mention, apposed):
            return apposed
        if mention.title is None:
            return self._unnumbered(mention, groups) or Group("bill")
        candidates = [
            g
            for g in groups
            if g.title is None
            and _may_be(mention, g)
            and not any(m.other for m in g.mentions)
            and (mention.sentence - g.mentions[0].sentence <= _LEAD or len(groups) == 1)
            and not self._holds(g, mention, clause)
        ]
        best = max(candidates, key=lambda g: _affinity(mention, g), default=None)
        if best is not None and (_affinity(mention, best) >= 0.9 or self._is_headline(best)):
            return best
        return Group("bill")

    def _merge(self, group: Group, into: Group) -> None:
        """Take a measure's mentions into another that it turns out to be."""
        for mention in group.mentions:
            into.add(mention)
            self.of_mention[(mention.start_char, mention.head)] = into
        into.company |= group.company
        into.mentions.sort(key=lambda m: m.start_char)
        self.groups.remove(group)
        self._recent[group.kind].pop(id(group), None)

    @staticmethod
    def _unnumbered(mention: MeasureMention, groups: list[Group]) -> Group | None:
        """The one bill without a number that a number alone can be of."""
        fitting = [
            g
            for g in groups
            if g.number is None and _may_be(mention, g) and not any(m.other for m in g.mentions)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _is_headline(self, group: Group) -> bool:
        """Whether the headline speaks of it and no title has been told yet."""
        return group.mentions[0].sentence == 0 and not any(g.title for g in self._of_kind("bill"))

    @staticmethod
    def _holds(group: Group, mention: MeasureMention, clause: Clause) -> bool:
        """Whether the group's own phrase is about a mention: "a bill to repeal the X Act"."""
        return any(
            m.sentence == mention.sentence and clause.inside(mention, m) for m in group.mentions
        )

    def _described_bill_home(
        self, mention: MeasureMention, previous: MeasureMention | None
    ) -> Group | None:
        groups = [g for g in self._of_kind("bill") if _may_be(mention, g)]
        apposed = self._apposed(mention, previous)
        if apposed is not None and apposed in groups:
            return apposed
        if not mention.words and not mention.owners and not mention.other:
            return self._bare_bill_home(mention, groups)
        if mention.other:
            same = [g for g in groups if any(m.other for m in g.mentions)]
            definite = mention.definite == "definite"
            return same[-1] if same and definite else Group("bill")
        known = _known_bill(mention, groups)
        if known is not None:
            return known
        scored = [(g, self._bill_score(mention, g)) for g in groups]
        best, score = max(scored, key=lambda pair: pair[1], default=(None, 0.0))
        needed = 1.4 if mention.introduced and mention.sentence > _LEAD else 0.9
        if best is not None and score >= needed:
            return best
        salient = _most_salient(mention, groups) if mention.plain else None
        return salient or Group("bill")

    def _bare_bill_home(self, mention: MeasureMention, groups: list[Group]) -> Group | None:
        """A bill told of that "legislation", "a bill" with no more said can be."""
        if mention.definite == "indefinite" and not groups:
            return Group("bill")
        if mention.definite == "definite":
            return _most_salient(mention, groups) or Group("bill")
        near = [g for g in groups if mention.sentence - g.seen <= _LEAD]
        return max(near, key=lambda g: g.last, default=None)

    def _bill_score(self, mention: MeasureMention, group: Group) -> float:
        rivals = len(self._of_kind("bill"))
        score = _affinity(mention, group) - len(mention.words & group.words)
        score += sum(self._weight(word) for word in mention.words & group.words)
        distance = mention.sentence - group.seen
        score -= 0.05 * min(10, distance)
        if mention.definite == "definite":
            score += 0.9 if rivals == 1 else 0.3
        if mention.definite == "indefinite" and group.title and not mention.words & group.words:
            score -= 0.5
        if group.mentions[0].sentence == 0 and mention.sentence <= _LEAD:
            score += 0.7
        if mention.owners and not group.owners and rivals == 1:
            score += 0.6
        if mention.definite == "bare" and rivals == 1 and group.title is None:
            score += 0.7
        return score

    def _weight(self, word: str) -> float:
        """How much a shared word tells: less, the more bills of the article share it."""
        return 1 / max(1, sum(word in g.words for g in self._of_kind("bill")))

    def _apposed(self, mention: MeasureMention, previous: MeasureMention | None) -> Group | None:
        """The measure whose phrase ends right before: "legislation, the X Act", "X Act (S. 12)"."""
        if previous is None or previous.kind != "bill":
            return None
        tokens = self._reading.clauses[mention.sentence].sentence.tokens
        gap = self._reading.folded[tokens[previous.core_end - 1].end : mention.start_char]
        before = tokens[mention.first - 1] if mention.first else None
        copula = before is not None and before.lemma == "be" and before.is_verb
        if not copula and (len(gap) > 40 or not _APPOSITION.fullmatch(gap)):
            return None
        return self.of_mention.get((previous.start_char, previous.head))

    def _counting_home(
        self, mention: MeasureMention, previous: MeasureMention | None
    ) -> Group | None:
        """The package whose phrase a number alone follows: "a package - its 17th"."""
        if not mention.anaphor or mention.ordinal is None or previous is None:
            return None
        tokens = self._reading.clauses[mention.sentence].sentence.tokens
        end = previous.end if previous.end <= mention.first else previous.core_end
        between = tokens[end : mention.first]
        group = self.of_mention.get((previous.start_char, previous.head))
        if group is None or group.kind != "package" or group.ordinal is not None:
            return None
        return group if between and all(t.tag == "." for t in between) else None

    def _package_home(self, mention: MeasureMention) -> Group | None:
        groups = self._of_kind("package")
        if mention.ordinal is not None:
            return _counted_home(mention, groups)
        fitting = [g for g in groups if _fits(mention, g)]
        if mention.anaphor or not _is_specific(mention):
            near = [g for g in fitting if mention.sentence - g.seen <= _MEMORY]
            if self._bill_is_nearer(mention, near):
                return None
            told = Group("package") if mention.told and not mention.anaphor else None
            return max(near, key=lambda g: g.last, default=told)
        if mention.other and mention.definite != "definite":
            return Group("package")
        scored = [(g, _package_score(mention, g)) for g in fitting]
        best, score = max(scored, key=lambda pair: pair[1], default=(None, 0.0))
        return best if best is not None and score >= 0.6 else Group("package")

    def _bill_is_nearer(self, mention: MeasureMention, packages: list[Group]) -> bool:
        """Whether "the sanctions" are those of a bill spoken of since any package was."""
        bills = [g for g in self._of_kind("bill") if mention.sentence - g.seen <= 2]
        last_package = max((g.last for g in packages), default=-1)
        return any(g.last > last_package and g.mentions[0].sentence == 0 for g in bills)


def _prepared(clause: Clause, occurrences: tuple[Occurrence, ...]) -> Iterator[MeasureMention]:
    """The clause's mentions with what its predicates add: who makes them, and their kind.

    Sanctions that a legislature passes, proposes or agrees on are a bill.
    """
    for mention in clause.mentions:
        if mention.kind == "package" and _is_content(mention, clause.mentions):
            continue
        own = [o for o in occurrences if any(_is_argument(mention, a.mention) for a in o.arguments)]
        yield _as_told(mention, own)


def _as_told(mention: MeasureMention, own: list[Occurrence]) -> MeasureMention:
    """A mention with what the predicates that it is an argument of say of it."""
    if mention.kind == "package" and any(
        (o.legislative and "bill" in o.kinds) or _is_lawmaking(o) for o in own
    ):
        return replace(
            mention,
            kind="bill",
            form=None,
            makers=(),
            ordinal=None,
            plural=False,
            words=mention.words | {"sancti"},
        )
    if mention.kind == "bill":
        introduced = any(o.predicate.bill == "introduced" for o in own)
        return replace(mention, told=bool(own), introduced=introduced)
    agents = (
        agent
        for o in own
        if "package" in o.kinds
        and o.predicate.package != "blocked"
        and o.predicate.words[0] not in _UNDERGOING
        for agent in o.agents
    )
    makers = mention.makers or tuple(dict.fromkeys(agents))
    return replace(mention, told=bool(own), makers=makers)


def _is_lawmaking(occurrence: Occurrence) -> bool:
    return occurrence.legislative and occurrence.predicate.name in (
        "enact",
        "pass",
        "introduce",
        "propose",
    )


def _is_argument(mention: MeasureMention, argument: MeasureMention | None) -> bool:
    return argument is not None and (argument.start_char, argument.head) == (
        mention.start_char,
        mention.head,
    )


def _is_content(mention: MeasureMention, others: tuple[MeasureMention, ...]) -> bool:
    """Whether sanctions stand inside a bill's phrase or a container's, and are no measure apart."""
    return any(
        o.first <= mention.first
        and o.head < mention.head < o.end
        and (o.kind == "bill" or o.form in ("named", "numbered"))
        for o in others
    )


def _may_be(mention: MeasureMention, group: Group) -> bool:
    """Whether nothing speaks against a mention's being one of a bill."""
    if mention.number and group.number and mention.number != group.number:
        return False
    if mention.title and group.title and not _same_title(mention.title, group.title):
        return False
    mine, theirs = _HEAD_CLASSES.get(mention.head_word), group.head_class
    if mine is not None and theirs is not None and mine != theirs:
        return False
    if mention.targets and group.targets and not set(mention.targets) & group.targets:
        return False
    return not (mention.owners and group.owners and not set(mention.owners) & group.owners)


def _completes(number: Group, name: Group) -> bool:
    """Whether a bill known by its number alone may be one known by its name alone, or reversed."""
    return number is not name and (
        (number.number is None) != (name.number is None)
        and not (number.title and name.title)
        and not (number.targets and name.targets and not number.targets & name.targets)
    )


def _same_name(mention: MeasureMention, group: Group) -> bool:
    if mention.number is not None and group.number == mention.number:
        return True
    if mention.title is None:
        return False
    if mention.acronym and mention.acronym in group.acronyms:
        return True
    if any(_same_title(title, mention.title) for title in group.titles):
        return True
    return mention.title.split(" ")[0] in group.acronyms


def _same_title(one: str, other: str) -> bool:
    """Whether two titles are forms of one: the same words, or a short form of the longer.

    A short form keeps the first word ("Caesar Act"); one that lacks it is another act
    ("Iran Sanctions Act" beside "Solidify Iran Sanctions Act"). It may be the initials of the
    longer ("Stable Genius Act"), or the short form that this gives in brackets.
    """
    a, b = _title_words(one), _title_words(other)
    if set(a) == set(b):
        return True
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if set(short) < set(long) and short[0] == long[0]:
        return True
    return "".join(short) in initials(" ".join(long)) or _is_in_brackets(short, one, other)


def _is_in_brackets(short: tuple[str, ...], *titles: str) -> bool:
    """Whether one of the titles gives a short form in brackets: "(SPEED) Recovery Act"."""
    for title in titles:
        for inner in _BRACKETS.findall(title):
            given = _title_words(inner)
            if given and given[0] == short[0] and set(short) <= {*given, *_title_words(title)}:
                return True
    return False


@lru_cache(maxsize=1024)
def _title_words(title: str) -> tuple[str, ...]:
    plain = re.sub(r"\([^)]*\)", " ", _YEAR.sub("", title)).lower()
    plain = _AUTHORS.sub("", plain) or plain
    words = re.findall(r"[a-z0-9]+", plain)
    return tuple(w for w in words if w not in _UNTELLING)


def _affinity(mention: MeasureMention, group: Group) -> float:
    shared = len(mention.words & group.words)
    places = len(set(mention.targets) & group.targets)
    owners = len(set(mention.owners) & group.owners)
    return shared + 0.5 * places + 1.5 * owners


def _known_bill(mention: MeasureMention, groups: list[Group]) -> Group | None:
    """The bill that a definite phrase points back at: the last told of in all its words.

    "The defense bill" is "the defense authorization bill" of the sentence before, however many
    other bills of the article are about defence; "Cruz's bill" is one that was told of with Cruz.
    """
    if mention.definite != "definite" or not mention.words:
        return None
    known = [g for g in groups if mention.words <= g.words | g.company]
    return max(
        known,
        key=lambda g: (_in_one_phrase(mention, g), mention.words <= g.words, g.last),
        default=None,
    )


def _in_one_phrase(mention: MeasureMention, group: Group) -> bool:
    """Whether a single phrase of the group has all the words of a mention."""
    return any(mention.words <= m.words for m in group.mentions)


def _most_salient(mention: MeasureMention, groups: list[Group]) -> Group | None:
    """The measure that a definite phrase without a name points back at: the last spoken of."""
    fitting = [g for g in groups if mention.sentence - g.seen <= _MEMORY and _may_be(mention, g)]
    return max(fitting, key=lambda g: g.last, default=None)


def _counted_home(mention: MeasureMention, groups: list[Group]) -> Group | None:
    for group in groups:
        if group.ordinal == mention.ordinal and _fits(mention, group):
            return group
    counted = any(g.ordinal is not None and g.naming for g in groups)
    if mention.anaphor and not (counted and (mention.ordinal or 0) > 2):
        return None
    return _uncounted_home(mention, groups) or Group("package")


def _uncounted_home(mention: MeasureMention, groups: list[Group]) -> Group | None:
    """The one new package told of so far without its number, if this can be it."""
    fitting = [
        g
        for g in groups
        if g.ordinal is None
        and not g.standing
        and (g.fresh or g.form == "named")
        and set(mention.targets) & g.targets
        and not (mention.makers and g.makers and not set(mention.makers) & g.makers)
    ]
    counted = any(g.ordinal is not None for g in groups)
    return fitting[0] if len(fitting) == 1 and not counted and not mention.other else None


def _is_specific(mention: MeasureMention) -> bool:
    """Whether the phrase tells enough to be an act of its own."""
    return bool(
        mention.targets
        or mention.makers
        or mention.fresh
        or mention.form in ("named", "numbered")
        or len(mention.words) >= 2
    )


def _fits(mention: MeasureMention, group: Group) -> bool:
    if mention.targets and group.targets and not set(mention.targets) & group.targets:
        return False
    if mention.makers and group.makers and not set(mention.makers) & group.makers:
        return False
    if (mention.standing and group.fresh) or (mention.fresh and group.standing):
        return False
    return not (group.ordinal is not None and mention.form == "action" and mention.fresh)


def _package_score(mention: MeasureMention, group: Group) -> float:
    score = 0.2 * min(3, len(mention.words & group.words))
    if set(mention.targets) & group.targets:
        score += 0.5
    if set(mention.makers) & group.makers:
        score += 0.4
    if mention.fresh == group.fresh:
        score += 0.1
    if mention.definite == "definite":
        score += 0.3
    if mention.form == "named" and any(m.form == "named" for m in group.mentions):
        score += 0.3
    return score - 0.02 * min(10, mention.sentence - group.seen)
