"""Whom a measure is aimed against, by what is said nearest to its name."""

from collections import Counter
from collections.abc import Iterable

from tracker.extraction.lexicon import KnownAct, Lexicon
from tracker.extraction.measures import Group
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Reading
from tracker.extraction.roles import PlaceRole, roles_of
from tracker.extraction.tagging import Token

# Organisations make measures; they are never a target.
_NEVER = frozenset({"EU", "UN", "G7"})
_CLAUSE_REACH = 14
_WEIGHTS = {"hit": 3, "subject": 3, "culprit": 2, "named": 0}


class Targets:
    """Finds the targets of an article's measures."""

    def __init__(
        self, reading: Reading, roles: tuple[tuple[PlaceRole, ...], ...], lexicon: Lexicon
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._words = lexicon.role_words
        self._roles = roles
        self._topics = self._find_topics()
        self._blamed = _codes((r for line in roles for r in line), "hit", "subject", "culprit")

    def of(self, group: Group, makers: tuple[str, ...]) -> tuple[str, ...]:
        """Codes of the countries that a measure is against, sorted; empty where none is told."""
        barred = _NEVER.union(makers)
        if group.kind == "bill" and self._undoes(group):
            return ()
        for codes in self._evidence(group):
            fitting = {code for code in codes if code not in barred}
            if fitting:
                return tuple(sorted(fitting))
        return ()

    def _evidence(self, group: Group) -> Iterable[set[str]]:
        """What tells the targets, the surest first."""
        known = [act for m in group.naming if (act := self._known(m)) is not None]
        if known:
            told = set(known[0].targets) & self._blamed
            yield told or set(known[0].targets)
        named = [role for m in group.naming for role in roles_of(m, self._roles, self._reading)]
        yield _codes(named, "hit", "subject")
        yield _codes(named, "culprit")
        usual = self._words["usual_targets"]
        yield {r.code for r in named if r.role == "named" and r.code in usual}
        around = [role for m in group.naming for role in self._after(m)]
        if group.kind == "package" or self._is_punitive(group):
            yield _codes(around, "hit", "subject")
            yield _codes(around, "culprit")
            for topic in self._topics:
                if group.kind == "package" or topic in usual:
                    yield {topic}
        else:
            yield _codes(around, "hit") & usual
            rest = [role for m in group.mentions for role in self._from(m)]
            yield _codes(rest, "hit", "subject") & usual

    def _from(self, mention: MeasureMention) -> list[PlaceRole]:
        """Places in the rest of the sentence: "The bill would impose sanctions on Iran"."""
        return [r for r in self._roles[mention.sentence] if r.position > mention.head]

    def _known(self, mention: MeasureMention) -> KnownAct | None:
        return self._lexicon.known_act(mention.title or mention.acronym or "")

    def _after(self, mention: MeasureMention) -> list[PlaceRole]:
        roles = self._roles[mention.sentence]
        return [r for r in roles if mention.head < r.position <= mention.end + _CLAUSE_REACH]

    def _undoes(self, group: Group) -> bool:
        """Whether a bill would repeal what is in force: it is against nobody."""
        for mention in group.naming:
            tokens = self._reading.clauses[mention.sentence].sentence.tokens
            inner = tokens[mention.head + 1 : mention.head + 3]
            if any(t.lemma in ("repeal", "lift", "ease") for t in inner):
                return True
        return False

    def _is_punitive(self, group: Group) -> bool:
        """Whether a bill's own words are of sanctions, and leave open against whom."""
        return any(self._leaves_open(mention) for mention in group.naming)

    def _leaves_open(self, mention: MeasureMention) -> bool:
        tokens = self._reading.clauses[mention.sentence].sentence.tokens
        inner = tokens[mention.first : mention.end]
        told = [i for i, t in enumerate(inner) if _is_sanctioning(t)]
        if not told and "sanction" not in (mention.title or "").lower():
            return False
        rest = inner[told[-1] + 1 :] if told else ()
        # "Sanctioning the ICC" and "sanctions on settlers" name whom they hit: no country.
        return not any(
            t.lower in ("on", "against") or (t.tag == "NNP" and inner[told[-1]].is_verb)
            for t in rest
        )

    def _find_topics(self) -> list[str]:
        """The countries that the article tells of as hit or to blame, most first.

        One that measures are seldom aimed at must be hit twice to be among them.
        """
        counts: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        usual = self._words["usual_targets"]
        for clause, roles in zip(self._reading.clauses, self._roles, strict=True):
            for role in roles:
                if role.role in ("maker", "victim") or role.code in _NEVER:
                    continue
                hits[role.code] += role.role == "hit"
                weight = _WEIGHTS[role.role] + (role.code in usual)
                counts[role.code] += weight * (2 if clause.sentence.index == 0 else 1)
        fitting = [code for code in counts if code in usual or hits[code] > 1]
        return sorted(fitting, key=lambda code: (-counts[code], code))


def _is_sanctioning(token: Token) -> bool:
    return token.lower.startswith(("sanction", "reimpos", "condemn"))


def _codes(roles: Iterable[PlaceRole], *wanted: str) -> set[str]:
    return {role.code for role in roles if role.role in wanted}
