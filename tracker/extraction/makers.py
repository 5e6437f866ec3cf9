"""Who makes a measure: the places that its words, its agents or the article name as maker."""

from collections import Counter
from collections.abc import Iterable

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.places import PlaceMention
from tracker.extraction.reading import Reading
from tracker.extraction.roles import PlaceRole, is_listed, roles_of

_DEFAULT = "US"
_STATE_NOUNS = frozenset({"legislature", "assembly", "lawmakers", "legislators", "law"})


class Makers:
    """Finds the makers of an article's measures."""

    def __init__(
        self, reading: Reading, roles: tuple[tuple[PlaceRole, ...], ...], lexicon: Lexicon
    ) -> None:
        self._reading = reading
        self._roles = roles
        self._states = lexicon.states
        self._usual = lexicon.role_words["usual_makers"]
        self._hit = lexicon.role_words["usual_targets"]
        self._counts = Counter(
            p.code for p in reading.places if p.code in self._usual and not p.adjective
        )
        self._all = Counter(p.code for p in reading.places)
        self._legislatures = Counter(p.code for p in reading.places if p.body is not None)

    def of_package(self, group: Group, agents: Iterable[str]) -> tuple[str, ...]:
        """Codes of who imposes sanctions: more than one where several do it together.

        Args:
            group: The package.
            agents: Codes of the places that its claims tell to act, repeated as often.
        """
        named = [self._named(m) for m in group.naming]
        if any(named):
            return max(named, key=len)
        together = max((m.makers for m in group.mentions), key=len)
        if len(together) > 2:
            return together
        acting = Counter(code for code in agents if self._may_impose(code, group))
        if acting:
            return self._jointly(acting.most_common(1)[0][0], group)
        beside = [r.code for m in group.naming for r in self._before(m)]
        if beside:
            return self._jointly(beside[-1], group)
        return (self._counts.most_common(1)[0][0] if self._counts else _DEFAULT,)

    def of_bill(
        self, group: Group, bodies: Iterable[str], agents: Iterable[str]
    ) -> tuple[str, ...]:
        """Code of the place whose legislature has a bill.

        Args:
            group: The bill.
            bodies: Codes of the chambers that its claims name.
            agents: Codes of the places that its claims tell to act.
        """
        if (state := self._state(group)) is not None:
            return (state,)
        naming = group.naming
        for codes in (
            _commonest(body[:2].upper() for body in bodies),
            [code for m in naming for code in self._owners(m)],
            [p.code for m in naming for p in self._places(m) if p.body is not None],
            self._acting(group, agents),
            self._elsewhere(),
        ):
            if codes:
                return (codes[0],)
        return (_DEFAULT,)

    def _acting(self, group: Group, agents: Iterable[str]) -> list[str]:
        """Who acts on a bill without a title where no sentence names the usual legislature."""
        around = {p.code for m in group.naming for p in self._places(m)}
        if group.title is not None or _DEFAULT in around:
            return []
        return _commonest(code for code in agents if code not in group.targets)

    def _elsewhere(self) -> list[str]:
        """Whose legislature, else which place, an article tells of that is not the usual one's."""
        deciding = self._legislatures or self._all
        return [] if _DEFAULT in deciding else [code for code, _ in deciding.most_common(1)]

    def _named(self, mention: MeasureMention) -> tuple[str, ...]:
        """Makers that the phrase itself names: "US and EU sanctions", "imposed by Canada"."""
        roles = roles_of(mention, self._roles, self._reading)
        makers = [r.code for r in roles if r.role == "maker"]
        return tuple(dict.fromkeys(makers))

    def _owners(self, mention: MeasureMention) -> list[str]:
        """Whose bill a phrase says it is: "China's security law", "a UN resolution"."""
        if mention.title is not None:
            return []
        return [
            r.code
            for r in self._roles[mention.sentence]
            if mention.start_char <= r.start and r.position < mention.head and r.role == "maker"
        ]

    def _jointly(self, code: str, group: Group) -> tuple[str, ...]:
        """A maker with those that a list joins to it: "the US and the EU announced"."""
        for mention in group.naming:
            tokens = self._reading.clauses[mention.sentence].sentence.tokens
            listed: list[PlaceRole] = []
            for role in self._roles[mention.sentence]:
                if role.first > mention.head or role.code not in self._usual:
                    continue
                if listed and not is_listed(tokens, listed[-1], role):
                    listed = []
                listed.append(role)
                codes = tuple(dict.fromkeys(r.code for r in listed))
                if code in codes and len(codes) > 1:
                    return codes
        return (code,)

    def _may_impose(self, code: str, group: Group) -> bool:
        """Whether who acts can be the maker: who is usually hit only hits back."""
        if code in group.targets:
            return False
        return code not in self._hit or bool(group.targets & self._usual)

    def _before(self, mention: MeasureMention) -> list[PlaceRole]:
        """Usual makers that the sentence names before the mention."""
        return [
            r
            for r in self._roles[mention.sentence]
            if r.start < mention.start_char and r.code in self._usual and r.role != "hit"
        ]

    def _places(self, mention: MeasureMention) -> tuple[PlaceMention, ...]:
        return self._reading.clauses[mention.sentence].places

    def _state(self, group: Group) -> str | None:
        """ISO 3166-2 code of the state whose legislature the bill's sentence names."""
        if group.title is not None:
            return None
        for sentence in dict.fromkeys(m.sentence for m in group.naming):
            tokens = self._reading.clauses[sentence].sentence.tokens
            for position, token in enumerate(tokens):
                if token.lower not in _STATE_NOUNS or not position:
                    continue
                name = " ".join(t.text for t in tokens[max(0, position - 2) : position])
                for state in (name, name.rpartition(" ")[2]):
                    if state in self._states:
                        return self._states[state]
        return None


def _commonest(codes: Iterable[str]) -> list[str]:
    return [code for code, _ in Counter(codes).most_common(1)]
