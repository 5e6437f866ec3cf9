"""The first stage: one-to-one folding of typographic marks, and quotations with offsets."""

import re
from dataclasses import dataclass

# ruff: noqa: RUF001 - the marks are what this stage is about
_FOLDS = (
    ("‘", "'"),
    ("’", "'"),
    ("‛", "'"),
    ("`", "'"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("«", '"'),
    ("»", '"'),
    ("‐", "-"),
    ("‑", "-"),
    ("‒", "-"),
    ("–", "-"),
    ("−", "-"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\u2028", "\n"),
    ("\u2029", "\n"),
    ("\x85", "\n"),
    ("\r", "\n"),
)

# A quotation may run over sentences, never over an empty line; 2,000 characters bound the search.
_QUOTATION = re.compile(r'"(?=\S)[^"\n]{1,2000}"')


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters in the article's text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


def fold(text: str) -> str:
    """The text with quotes, dashes and spaces made plain, character for character.

    The result has the same length, so that its offsets are offsets into the original.
    """
    for old, new in _FOLDS:
        if old in text:
            text = text.replace(old, new)
    return text


def quotations(folded: str) -> tuple[Span, ...]:
    """Where the text quotes somebody, quotation marks included, in order."""
    found = [Span(*match.span()) for match in _QUOTATION.finditer(folded)]
    return tuple(found)
