"""Names as they are compared: without case, accents and punctuation."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """The words of `text`, folded; a possessive loses its s, an initial or acronym its dots."""
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\u0131", "i"))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()
    plain = re.sub(r"'s\b|(?<=\b[a-z])\.(?=[a-z]\b)|'", "", plain)
    return _WORD.findall(plain)


def fold(text: str) -> str:
    """The words of `text`, folded, with one space between two."""
    return " ".join(words(text))


def slug(text: str, limit: int = 60) -> str:
    """`text` as a part of a key: folded words joined by hyphens, cut between words."""
    made = ""
    for word in words(text):
        if len(made) + len(word) + 1 > limit:
            break
        made = f"{made}-{word}" if made else word
    return made
