"""People named together in a sentence, and the word that ties them to it.

"Joined by Sens. A (R-X), B (D-Y) and C" is one cohort of three, tied by "joined by".
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.people import PersonMention
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token

Relation = Literal["main", "joined", "led", "with", "by", "other"]

_LONGEST_GAP = 30
_LONGEST_LEAD = 15
_NOMINAL = frozenset({"NN", "NNP", "JJ", "DT", "CD", "CC", "PRPS"})
_GAP_MARKS = frozenset({",", "(", ")", "-", "&", "/", ";"})
_GAP_WORDS = frozenset({"of", "on", "in", "as", "well", "the"})
# What opens a sentence before its subject, and the titles that open a list of names.
_ADJUNCTS = frozenset({"in", "along", "alongside", "together", "besides", "with", "like", "joined"})
_TITLES = frozenset(
    {"sens", "senators", "reps", "representatives", "sen", "senator", "rep", "representative"}
    | {"congressman", "congresswoman", "congressmen", "u.s"}
)
# "A and her colleague B"
_OWNERS = frozenset({"his", "her", "their", "my", "our"})
_GROUPS = frozenset(
    {
        "group",
        "bunch",
        "coalition",
        "team",
        "number",
        "pair",
        "trio",
        "dozens",
        "delegation",
        "gang",
    }
)
_SUBORDINATORS = frozenset(
    {"while", "as", "because", "although", "though", "after", "before", "since", "if", "whereas"}
    | {"until", "unless", "once", "that"}
)
_TIMES = frozenset({"day", "week", "month", "year", "morning", "afternoon", "evening", "today"})


@dataclass(frozen=True, slots=True)
class Cohort:
    """People in a row; positions count tokens of the sentence.

    Attributes:
        people: In text order, at least one.
        first: Position of the first title or name.
        end: Position after the last name or party tag.
        link: Position of the preposition, verb or mark before it, -1 without one.
        relation: How the link ties it: `main` subject or object, `joined` ("along with",
            "joined by"), `led` by, `with`, `by`, or by an `other` preposition.
    """

    people: tuple[PersonMention, ...]
    first: int
    end: int
    link: int
    relation: Relation


def find_cohorts(clause: Clause) -> tuple[Cohort, ...]:
    """The cohorts of a sentence in text order."""
    tokens = clause.sentence.tokens
    starts = [token.start for token in tokens]
    found: list[Cohort] = []
    row: list[PersonMention] = []
    first = end = 0
    for person in clause.people:
        begins = bisect_left(starts, person.outer_start)
        if row and not (
            _in_one_row(tokens, end, begins) and not _ends_adjunct(tokens, first, end, begins)
        ):
            found.append(_cohort(tokens, row, first, end))
            row = []
        if not row:
            first = begins
        row.append(person)
        end = max(bisect_left(starts, person.outer_end), begins + 1)
    if row:
        found.append(_cohort(tokens, row, first, end))
    return tuple(found)


def _in_one_row(tokens: tuple[Token, ...], end: int, begins: int) -> bool:
    """Whether only commas, "and", titles and offices stand between two names."""
    between = tokens[end:begins]
    if len(between) > _LONGEST_GAP:
        return False
    depth = 0
    for token in between:
        depth += (token.text == "(") - (token.text == ")")
        office = token.text[0].isupper() or token.lower in ("ranking", "housing")
        possessive = token.tag == "POS" and token is not between[0]
        plain = (
            possessive
            or token.tag in _NOMINAL
            or token.lower in _OWNERS
            or token.text in _GAP_MARKS
            or token.lower in _GAP_WORDS
        )
        if not (depth > 0 or plain or office):
            return False
    return True


def _ends_adjunct(tokens: tuple[Token, ...], first: int, end: int, begins: int) -> bool:
    """Whether a comma ends what opens the sentence: "Along with A and B, Senators C and D"."""
    if [t.lower for t in tokens[end:begins]] != [","] or first > _LONGEST_LEAD:
        return False
    opener = tokens[0].lower
    titled = tokens[begins].lower.rstrip(".") in _TITLES
    return titled and opener in _ADJUNCTS and _relation(tokens, _link(tokens, first)) != "main"


def _cohort(tokens: tuple[Token, ...], row: list[PersonMention], first: int, end: int) -> Cohort:
    link = _link(tokens, first)
    return Cohort(tuple(row), first, end, link, _relation(tokens, link))


def _link(tokens: tuple[Token, ...], first: int) -> int:
    """Position of the word before a cohort, past what only describes it."""
    for position in range(first - 1, max(-1, first - _LONGEST_LEAD), -1):
        token = tokens[position]
        before = tokens[position - 1].lower if position else ""
        if token.lower == "including" or (
            token.text == "," and tokens[position + 1].lower == "including"
        ):
            continue
        # "Ohio's Jim Jordan"
        owned = token.tag == "POS" and position == first - 1 and before not in _OWNERS
        if owned or (token.lower == "of" and before in _GROUPS):
            continue
        if token.lower in _TIMES:
            return position
        if token.tag in _NOMINAL and token.tag != "CC" and token.lower != "that":
            continue
        return position
    return -1


def _relation(tokens: tuple[Token, ...], link: int) -> Relation:
    if link < 0:
        return "main"
    word, lemma = tokens[link].lower, tokens[link - 1].lemma if link else ""
    if word in ("alongside", "besides") or (word == "with" and lemma in ("along", "together")):
        return "joined"
    if word == "by" and lemma in ("join", "lead", "head"):
        return "joined" if lemma == "join" else "led"
    if word in ("with", "by"):
        return "with" if word == "with" else "by"
    preposition = tokens[link].tag in ("IN", "TO") and word not in _SUBORDINATORS
    return "other" if preposition else "main"
