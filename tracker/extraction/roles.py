"""The part that each named place has in its sentence: hit, doing wrong, or only named.

"Sanctions on Russia over its invasion of Ukraine": Russia is hit, Ukraine suffers a wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.mentions import MeasureMention
from tracker.extraction.places import PlaceMention
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token

Role = Literal["hit", "subject", "culprit", "maker", "victim", "named"]
_Cue = Literal["hit", "maker", "victim"]

_REACH = 14
_PHRASE_REACH = 6
_PHRASE_TAGS = frozenset({"JJ", "NN", "NNP", "CD", "POS", "VBG", "VBN", "RB", "DT", "PRPS", "CC"})


@dataclass(frozen=True, slots=True)
class PlaceRole:
    """A named place with its part in the sentence.

    Attributes:
        code: ISO 3166-1 code of the place.
        role: `hit` by a measure; `subject` of one ("Russia sanctions"); `culprit` of what it
            answers ("Russia's invasion"); `maker` of one; `victim` of a wrong; only `named`.
        start: Offset of the first character of the name.
        first: Position of its first word in the sentence.
        position: Position of its last word.
    """

    code: str
    role: Role
    start: int
    first: int
    position: int


def place_roles(clause: Clause, lexicon: Lexicon) -> tuple[PlaceRole, ...]:
    """The part of each place that a sentence names, in text order."""
    words = _Words(lexicon)
    found: list[PlaceRole] = []
    for place in clause.places:
        first, last = clause.position(place.start), clause.position(place.end - 1)
        role = _role(clause.sentence.tokens, first, last, place, words)
        if (
            role == "named"
            and found
            and _is_joined(clause.sentence.tokens[found[-1].position + 1 : first])
        ):
            role = found[-1].role
        found.append(PlaceRole(place.code, role, place.start, first, last))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Words:
    lexicon: Lexicon

    def has(self, name: str, word: str) -> bool:
        return word in self.lexicon.role_words[name]


def _role(
    tokens: Sequence[Token], first: int, last: int, place: PlaceMention, words: _Words
) -> Role:
    if _is_backer(tokens, last, place, words):
        return "named"
    ahead = _noun_ahead(tokens, last, words)
    behind = _cue_behind(tokens, first, words)
    if behind in ("victim", "hit"):
        return behind
    if ahead == "measure":
        if words.has("usual_makers", place.code) or _owns(tokens, last):
            return "maker"
        # "The Ukraine sanctions bill" is about Ukraine, not against it.
        return "subject" if words.has("usual_targets", place.code) else "named"
    if ahead == "wrong":
        return "culprit"
    return behind or "named"


def _is_backer(tokens: Sequence[Token], last: int, place: PlaceMention, words: _Words) -> bool:
    """Whether a place only stands behind what is named: "Iran-backed", "Iranian backed"."""
    token = tokens[last]
    tail = token.lower[place.end - token.start :].lstrip("-") if token.end > place.end else ""
    if tail:
        return words.has("backers", tail)
    return last + 1 < len(tokens) and words.has("backers", tokens[last + 1].lower)


def _owns(tokens: Sequence[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].tag == "POS"


def _noun_ahead(tokens: Sequence[Token], last: int, words: _Words) -> str | None:
    """Whether the phrase that a place opens is a measure's or a wrong's."""
    found: str | None = None
    for token in tokens[last + 1 : last + 1 + _PHRASE_REACH]:
        if token.tag not in _PHRASE_TAGS or (token.tag == "CC" and found):
            break
        if words.has("wrongs", token.lower):
            return "wrong"
        if token.lower in words.lexicon.sanction_words:
            return "measure"
        if words.has("hits", token.lower):
            found = "measure"
    return found


def _cue_behind(tokens: Sequence[Token], first: int, words: _Words) -> _Cue | None:
    """What the words before a place make of it: walks left to the nearest one that decides."""
    if tokens[first].lower.startswith("anti-"):
        return "hit"
    for position in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[position]
        if words.has("hit_prepositions", token.lower) or token.tag == "TO":
            return _cue_of_preposition(tokens, position, words)
        cue = _cue_of_word(tokens, position, words)
        if cue is not None or _closes_off(token, words):
            return cue
    return None


def _cue_of_word(tokens: Sequence[Token], position: int, words: _Words) -> _Cue | None:
    token = tokens[position]
    if token.is_verb and words.has("hit_verbs", token.lemma):
        return "hit"
    if token.lower == "of" and _before_is(tokens, position, "attacks", words):
        return "victim"
    return "maker" if token.lower == "by" else None


def _closes_off(token: Token, words: _Words) -> bool:
    """Whether nothing before a word says anything of what follows it."""
    if token.tag == "IN":
        return not words.has("transparent", token.lower)
    if token.is_verb:
        return token.tag not in ("VBN", "VBG")
    return token.tag in ("WH", "MD") or token.text in (";", ":", '"', "(")


def _cue_of_preposition(tokens: Sequence[Token], position: int, words: _Words) -> _Cue | None:
    """What "on", "against" and the like make of what follows, by the word that they belong to."""
    if tokens[position].tag == "TO":
        return "hit" if _is_withheld(tokens, position, words) else None
    for at in range(position - 1, max(-1, position - 1 - _REACH), -1):
        token = tokens[at]
        if words.has("attacks", token.lower):
            return "victim"
        sanctions = token.lower in words.lexicon.sanction_words or words.has("hits", token.lower)
        if sanctions or (token.is_verb and words.has("hit_verbs", token.lemma)):
            return "hit"
        if token.text in (";", ":") or token.tag == "MD":
            break
        if token.is_verb and token.tag not in ("VBN", "VBG"):
            break
    return "hit" if tokens[position].lower == "against" else None


def _is_withheld(tokens: Sequence[Token], position: int, words: _Words) -> bool:
    """Whether something is to end or is kept from what follows "to": "deny arms to Israel"."""
    if _before_is(tokens, position, "ends", words):
        return True
    before = tokens[max(0, position - _PHRASE_REACH) : position]
    return any(t.is_verb and words.has("withholding", t.lemma) for t in before)


def _before_is(tokens: Sequence[Token], position: int, name: str, words: _Words) -> bool:
    return position > 0 and words.has(name, tokens[position - 1].lower)


def roles_of(
    mention: MeasureMention, roles: Sequence[tuple[PlaceRole, ...]], reading: Reading
) -> list[PlaceRole]:
    """Places in a mention's phrase, and those that a list adds before or after it."""
    found: list[PlaceRole] = []
    waiting: list[PlaceRole] = []
    tokens = reading.clauses[mention.sentence].sentence.tokens
    for role in roles[mention.sentence]:
        if role.start < mention.start_char:
            if waiting and not is_listed(tokens, waiting[-1], role):
                waiting = []
            waiting.append(role)
            continue
        inside = role.start < mention.end_char
        if inside and not found and waiting and is_listed(tokens, waiting[-1], role):
            found.extend(waiting)
        if inside or (found and is_listed(tokens, found[-1], role)):
            found.append(role)
    return found


def is_listed(tokens: Sequence[Token], previous: PlaceRole, role: PlaceRole) -> bool:
    """Whether only commas and "and" stand between two places: "Russia, Iran and North Korea"."""
    return _is_joined(tokens[previous.position + 1 : role.first])


def _is_joined(between: Sequence[Token]) -> bool:
    return bool(between) and all(
        t.lower in (",", "and", "or", "the", "as", "well") for t in between
    )
