"""Whether the words of a predicate stand in a sentence, and where they end.

The further words of a predicate follow its first in order, each within a window of its own: "bring
the bill to the floor" is "bring to floor".
"""

import re

from tracker.extraction.lexicon import Predicate
from tracker.extraction.phrases import TIME_NOUNS
from tracker.extraction.tagging import Token

_PHRASE_WINDOW = 6
_OBLIQUE_WINDOW = 12
_FAR_WINDOW = 24
_HITTING_WINDOW = 14
_TALLY_MARKS = frozenset({",", "-", "\u2013", "(", ")"})
_TALLY_WORDS = frozenset({"on", "by", "last", "this", "a", "to"})
# A particle makes another verb of it ("sign on", "pass over") unless the predicate asks for it.
_PARTICLES = frozenset(["off", "up", "out", "over", "away", "along", "down"])
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
_ON_VERBS = frozenset({"sign", "hold", "move", "pass"})
# Words of a predicate that its object may stand before: "bring the bill to the floor".
_FAR_WORDS = frozenset(
    [
        "floor",
        "vote",
        "law",
        "effect",
        "place",
        "down",
        "up",
        "forward",
        "desk",
        "calendar",
        "full",
        "hold",
        "limbo",
        "burner",
    ]
)
# Verbs that name whom they hit before the sanctions: "hit three banks with", "put on the list".
_HITTING = frozenset(
    [
        "hit",
        "slap",
        "target",
        "punish",
        "place",
        "put",
        "add",
        "subject",
        "remove",
        "take",
        "strike",
        "delist",
        "drop",
        "exempt",
        "spare",
        "grant",
        "issue",
        "offer",
    ]
)
_HITTING_WORDS = frozenset({"with", "in", "to", "under", "from", "off", "on"})


def matched(tokens: tuple[Token, ...], position: int, predicate: Predicate) -> int | None:
    """Position after the predicate's last word if its further words follow in order."""
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if following in _PARTICLES and following not in predicate.words:
        return None
    moves_on = following == "on" and tokens[position].lemma in _ON_VERBS
    if moves_on and "on" not in predicate.words and not _tells_time(tokens, position + 2):
        return None
    at = position
    for word in predicate.words[1:]:
        if word == "to" and predicate.words[0] == "vote":
            at = _past_tally(tokens, at)
        window = tokens[at + 1 : at + 1 + _window(word, tokens[at].lower, predicate)]
        step = next(
            (
                i
                for i, t in enumerate(window, 1)
                if word in (t.lower, t.lemma) or t.lower == word + "s"
            ),
            None,
        )
        if step is None:
            return None
        at = _past_time(tokens, at + step, word)
    return at + 1


def _tells_time(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether "on" before a position opens a date: "passed on Monday", "signed on 3 May"."""
    if position >= len(tokens):
        return False
    token = tokens[position]
    return token.lower in TIME_NOUNS or token.tag == "CD" or _MONTH.match(token.text) is not None


def _past_tally(tokens: tuple[Token, ...], at: int) -> int:
    """The place before "to" after a tally, an adverb or a day: "voted 90-5 on Monday to"."""
    for position in range(at + 1, min(len(tokens) - 1, at + _FAR_WINDOW)):
        token = tokens[position]
        if token.lower == "to" and tokens[position + 1].tag != "CD":
            return position - 1
        told = token.tag in ("CD", "RB", "POS") or token.text in _TALLY_MARKS
        if not told and token.lower not in TIME_NOUNS and token.lower not in _TALLY_WORDS:
            return at
    return at


def _window(word: str, previous: str, predicate: Predicate) -> int:
    """How many tokens on a further word of a predicate may stand."""
    if previous == "to":
        return 2
    if predicate.role == "oblique":
        return _OBLIQUE_WINDOW
    if word in _HITTING_WORDS and predicate.words[0] in _HITTING:
        return _HITTING_WINDOW
    if word in _FAR_WORDS:
        return _FAR_WINDOW
    return 2 if word in ("on", "for", "of", "to") else _PHRASE_WINDOW


def _past_time(tokens: tuple[Token, ...], at: int, word: str) -> int:
    """The next place of a preposition that first told a time: "vote on Tuesday on a package"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.lower not in TIME_NOUNS:
        return at
    again = next(
        (i for i in range(at + 2, min(len(tokens), at + 6)) if tokens[i].lower == word), None
    )
    return at if again is None else again
