"""What the rules know of words, as one immutable value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lexicon:
    """Word lists that the extraction stages look things up in."""
