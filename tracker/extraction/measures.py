"""Coreference: which mentions are one measure.

Mentions are taken in text order. Each joins the known measure that it fits best, or begins
a new one. Numbers, titles and ordinals decide where they stand; else what the words are
about, the places they name, and how lately the measure was spoken of.
"""

import re
from dataclasses import dataclass, field

from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Reading

_YEAR = re.compile(r",? (?:of|for fiscal(?: year)?) \d{4}$")


@dataclass(slots=True)
class Group:
    """The mentions of one measure, and what they say together.

    Attributes:
        kind: `bill` or `package`.
        mentions: In text order.
        seen: Number of the last sentence that speaks of it, pronouns included.
    """

    kind: str
    mentions: list[MeasureMention] = field(default_factory=list)
    seen: int = -1

    def add(self, mention: MeasureMention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.seen = mention.sentence

    @property
    def naming(self) -> list[MeasureMention]:
        """The mentions that name it, without those that only point back."""
        return [m for m in self.mentions if not m.anaphor]

    @property
    def words(self) -> frozenset[str]:
        """What its mentions are about."""
        return frozenset().union(*(m.words for m in self.mentions))

    @property
    def number(self) -> str | None:
        """The bill's number, from the first mention that has one."""
        return next((m.number for m in self.mentions if m.number), None)

    @property
    def title(self) -> str | None:
        """The bill's title: the longest as the text gives it."""
        return max((m.title for m in self.mentions if m.title), key=len, default=None)

    @property
    def acronyms(self) -> frozenset[str]:
        """Short forms of the title."""
        return frozenset(m.acronym for m in self.mentions if m.acronym)

    @property
    def ordinal(self) -> int | None:
        """The package's number."""
        return next((m.ordinal for m in self.mentions if m.ordinal is not None), None)

    @property
    def makers(self) -> frozenset[str]:
        """Places that the mentions name as maker."""
        return frozenset(code for m in self.mentions for code in m.makers)

    @property
    def targets(self) -> frozenset[str]:
        """Places that the mentions name as target."""
        return frozenset(code for m in self.mentions for code in m.targets)

    @property
    def owners(self) -> frozenset[str]:
        """Last names that the mentions give it."""
        return frozenset(name for m in self.mentions for name in m.owners)


@dataclass(frozen=True, slots=True)
class Grouping:
    """All measures of an article and, for each mention, the one that it belongs to."""

    groups: tuple[Group, ...]
    of_mention: dict[tuple[int, int], Group]

    def group_of(self, mention: MeasureMention) -> Group | None:
        """The measure of a mention, None if it points at nothing known."""
        return self.of_mention.get((mention.start_char, mention.head))


def group_mentions(reading: Reading) -> Grouping:
    """Group the article's mentions into measures."""
    groups: list[Group] = []
    of_mention: dict[tuple[int, int], Group] = {}
    for clause in reading.clauses:
        previous: MeasureMention | None = None
        for mention in clause.mentions:
            if mention.kind == "package" and _is_content(mention, clause.mentions):
                continue
            group = _home(mention, previous, groups, of_mention, reading)
            if group is None:
                continue
            if group not in groups:
                groups.append(group)
            group.add(mention)
            of_mention[(mention.start_char, mention.head)] = group
            previous = mention
    return Grouping(tuple(groups), of_mention)


def _is_content(mention: MeasureMention, others: tuple[MeasureMention, ...]) -> bool:
    """Whether sanctions are what a bill would bring: they stand inside a bill's phrase."""
    return any(
        o.kind == "bill" and o.first <= mention.first and mention.head < o.end and o.head < mention.head
        for o in others
    )


def _home(
    mention: MeasureMention,
    previous: MeasureMention | None,
    groups: list[Group],
    of_mention: dict[tuple[int, int], Group],
    reading: Reading,
) -> Group | None:
    same_kind = [g for g in groups if g.kind == mention.kind]
    if mention.kind == "bill":
        return _home_of_bill(mention, previous, same_kind, of_mention, reading)
    return _home_of_package(mention, same_kind)


def _home_of_bill(
    mention: MeasureMention,
    previous: MeasureMention | None,
    groups: list[Group],
    of_mention: dict[tuple[int, int], Group],
    reading: Reading,
) -> Group | None:
    if mention.anaphor:
        return _most_salient(mention, groups)
    if mention.plural:
        return None
    apposed = _apposed(mention, previous, of_mention, reading)
    if mention.number is not None or mention.title is not None:
        named = _same_name(mention, groups)
        if named is not None:
            return named
        if apposed is not None and _may_join(mention, apposed):
            return apposed
        return _untitled_match(mention, groups) or Group("bill")
    if apposed is not None and apposed.kind == "bill" and mention.definite == "indefinite":
        return apposed
    return _described(mention, groups) or Group("bill")


def _may_join(mention: MeasureMention, group: Group) -> bool:
    """Whether a number or title can be one more name of the measure."""
    if mention.number and group.number and mention.number != group.number:
        return False
    if mention.title and group.title:
        return _same_title(mention.title, group.title)
    return group.kind == mention.kind


def _apposed(
    mention: MeasureMention,
    previous: MeasureMention | None,
    of_mention: dict[tuple[int, int], Group],
    reading: Reading,
) -> Group | None:
    """The measure whose phrase ends right before: "legislation, the X Act", "X Act (S. 12)"."""
    if previous is None or previous.sentence != mention.sentence:
        return None
    gap = reading.folded[reading.clauses[mention.sentence].sentence.tokens[previous.core_end - 1].end : mention.start_char]
    if len(gap) < 30 and re.fullmatch(
        r"[\s,(\"'-]*(?:(?:called|known as|titled|dubbed|entitled|named|or|the|a|an|his|her|their|[A-Z]{2,12}\)),?[\s\"']*)*", gap
    ):
        return of_mention.get((previous.start_char, previous.head))
    return None


def _same_name(mention: MeasureMention, groups: list[Group]) -> Group | None:
    for group in groups:
        if mention.number is not None and group.number == mention.number:
            return group
        if mention.title is not None:
            if any(m.title and _same_title(m.title, mention.title) for m in group.mentions):
                return group
            if mention.acronym and mention.acronym in group.acronyms:
                return group
            if any(_is_short_form(mention.title, acronym) for acronym in group.acronyms):
                return group
    return None


def _same_title(one: str, other: str) -> bool:
    a, b = _plain_title(one), _plain_title(other)
    if a == b:
        return True
    words_a, words_b = a.split(), b.split()
    short, long = sorted((words_a, words_b), key=len)
    return len(short) >= 2 and (long[-len(short) :] == short or set(short) < set(long) and len(short) >= 3)


def _plain_title(title: str) -> str:
    plain = re.sub(r"\([^)]*\)", " ", _YEAR.sub("", title))
    return re.sub(r"[^a-z0-9]+", " ", plain.lower()).strip()


def _is_short_form(title: str, acronym: str) -> bool:
    return title.split(" ")[0] == acronym


def _untitled_match(mention: MeasureMention, groups: list[Group]) -> Group | None:
    """A measure only described so far, near by, about the same thing: the title is its name."""
    candidates = [
        g
        for g in groups
        if g.title is None
        and (g.number is None or mention.number is None)
        and mention.sentence - g.mentions[0].sentence <= 4
        and not any(m.other for m in g.mentions)
    ]
    scored = [(g, _affinity(mention, g)) for g in candidates]
    best = max(scored, key=lambda pair: pair[1], default=None)
    if best is not None and best[1] >= 1:
        return best[0]
    return None


def _affinity(mention: MeasureMention, group: Group) -> float:
    shared = len(mention.words & group.words)
    places = len(set(mention.targets) & group.targets)
    clash = bool(mention.targets) and bool(group.targets) and not places
    owners = len(set(mention.owners) & group.owners)
    return shared + 0.5 * places + owners - (2 if clash else 0)


def _described(mention: MeasureMention, groups: list[Group]) -> Group | None:
    if mention.other and mention.definite != "definite":
        return None
    best: Group | None = None
    best_score = 0.0
    for group in groups:
        score = _affinity(mention, group)
        if mention.owners and group.owners and not set(mention.owners) & group.owners:
            score -= 2
        score -= 0.05 * min(10, mention.sentence - group.seen)
        if mention.definite == "indefinite" and group.mentions[0].sentence > 0:
            score -= 0.5
        if score > best_score:
            best, best_score = group, score
    if best is not None and best_score >= 0.9:
        return best
    if mention.definite == "definite" and not mention.owners and len(groups) == 1:
        return groups[0]
    headline = [g for g in groups if g.mentions[0].sentence == 0]
    if len(groups) == 1 and headline and mention.sentence <= 4 and not _clash(mention, headline[0]):
        return headline[0]
    return None


def _clash(mention: MeasureMention, group: Group) -> bool:
    if mention.targets and group.targets and not set(mention.targets) & group.targets:
        return True
    return bool(mention.owners and group.owners and not set(mention.owners) & group.owners)


def _most_salient(mention: MeasureMention, groups: list[Group]) -> Group | None:
    """The measure that a definite phrase without a name points back at: the last spoken of."""
    fitting = [g for g in groups if mention.sentence - g.seen <= 12]
    if not fitting:
        return groups[0] if len(groups) == 1 else None
    return max(fitting, key=lambda g: (g.seen, g.mentions[-1].start_char))


def _home_of_package(mention: MeasureMention, groups: list[Group]) -> Group | None:
    if mention.ordinal is not None:
        for group in groups:
            if group.ordinal == mention.ordinal:
                return group
        if mention.ordinal <= 1 and mention.anaphor:
            return None
        return Group("package") if not mention.anaphor or _counts(groups) else None
    fitting = [g for g in groups if _fits(mention, g)]
    if mention.anaphor:
        return max(fitting, key=lambda g: (g.seen, g.mentions[-1].start_char), default=None)
    if mention.other or not fitting:
        return Group("package")
    scored = [(g, _package_affinity(mention, g)) for g in fitting]
    best, score = max(scored, key=lambda pair: pair[1])
    return best if score >= 0.5 else Group("package")


def _counts(groups: list[Group]) -> bool:
    """Whether the article counts packages, so that "the eighteenth" is one of them."""
    return any(g.ordinal is not None and any(not m.anaphor for m in g.mentions) for g in groups)


def _fits(mention: MeasureMention, group: Group) -> bool:
    if mention.targets and group.targets and not set(mention.targets) & group.targets:
        return False
    if mention.makers and group.makers and not set(mention.makers) & group.makers:
        return False
    standing = any(m.standing for m in group.mentions)
    fresh = any(m.fresh for m in group.mentions)
    if mention.standing and fresh or mention.fresh and standing:
        return False
    return not (group.ordinal is not None and mention.form == "action" and not mention.anaphor and mention.fresh)


def _package_affinity(mention: MeasureMention, group: Group) -> float:
    score = 0.4 * len(mention.words & group.words)
    if set(mention.targets) & group.targets:
        score += 0.5
    if set(mention.makers) & group.makers:
        score += 0.4
    if mention.fresh == any(m.fresh for m in group.mentions):
        score += 0.3
    if mention.definite == "definite":
        score += 0.3
    return score - 0.03 * min(10, mention.sentence - group.seen)
