"""Whom a measure is aimed against, by what is said nearest to its name."""

from collections import Counter
from collections.abc import Iterable

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Reading
from tracker.extraction.roles import PlaceRole, place_roles

# Organisations make measures; they are never a target.
_NEVER = frozenset({"EU", "UN", "G7"})
_CLAUSE_REACH = 14
_WEIGHTS = {"hit": 3, "subject": 3, "culprit": 2, "named": 0, "maker": 0, "victim": 0}


class Targets:
    """Finds the targets of an article's measures; reads each sentence once."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._words = lexicon.role_words
        self._roles = tuple(place_roles(clause, lexicon) for clause in reading.clauses)
        self._topic = self._find_topic()

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
        named = [role for m in group.naming for role in self._inside(m)]
        yield _codes(named, "hit", "subject")
        yield _codes(named, "culprit")
        usual = self._words["usual_targets"]
        yield {r.code for r in named if r.role == "named" and r.code in usual}
        if group.kind == "package" or self._is_punitive(group):
            around = [role for m in group.naming for role in self._after(m)]
            yield _codes(around, "hit", "subject")
            yield _codes(around, "culprit")
            yield {self._topic} if self._topic else set()

    def _inside(self, mention: MeasureMention) -> list[PlaceRole]:
        roles = self._roles[mention.sentence]
        return [r for r in roles if mention.start_char <= r.start < mention.end_char]

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
        """Whether a bill's own words are of sanctions or other penalties."""
        return any(word in self._words["hits"] for word in group.words) or any(
            "sanction" in (m.title or "").lower()
            or "sanction" in self._reading.folded[m.start_char : m.end_char].lower()
            for m in group.naming
        )

    def _find_topic(self) -> str | None:
        """The country that the article tells most of as hit or to blame."""
        counts: Counter[str] = Counter()
        usual = self._words["usual_targets"]
        for clause, roles in zip(self._reading.clauses, self._roles, strict=True):
            for role in roles:
                if role.code in _NEVER or role.role in ("maker", "victim"):
                    continue
                weight = _WEIGHTS[role.role] + (1 if role.code in usual else 0)
                counts[role.code] += weight * (2 if clause.sentence.index == 0 else 1)
        counts -= Counter()
        return counts.most_common(1)[0][0] if counts else None


def _codes(roles: Iterable[PlaceRole], *wanted: str) -> set[str]:
    return {role.code for role in roles if role.role in wanted}
