"""A predicate where it stands in the text, and the measures that it is said of."""

from dataclasses import dataclass

from tracker.extraction.lexicon import Predicate
from tracker.extraction.mentions import MeasureMention


@dataclass(frozen=True, slots=True)
class Argument:
    """The measure that a predicate is about: a mention, or a pronoun at a token position.

    `role` is `subject`, `object`, `modifier` (the predicate stands inside its phrase), `act`,
    or, where syntax finds none, `near` (the nearest mention) or `topic` (what is spoken of).
    """

    mention: MeasureMention | None
    position: int
    role: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A predicate in a clause, with the measures that it is about.

    `group` is the verb group's number in the clause, None for a noun; `position` is that
    of the verb's or noun's token; `end` the position after the predicate's last word;
    `kinds` are the kinds of measure that it says something of; `agents` are the codes of the
    places that act, `legislative` is whether a legislature does.
    """

    predicate: Predicate
    group: int | None
    position: int
    end: int
    arguments: tuple[Argument, ...]
    kinds: frozenset[str]
    agents: tuple[str, ...]
    legislative: bool
