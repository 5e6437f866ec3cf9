"""The words that a run extracts with: the shipped lists, and the user's own file over them."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extraction.lexicon import Lexicon
    from tracker.store.writing import Reading


@cache
def words(own: Path | None = None) -> "Lexicon":
    """The word lists, read once a process.

    Raises:
        UsageError: The user's own file is wrong.
    """
    from tracker import lexicon

    return lexicon.load(own)


def reading(own: Path | None) -> "Reading":
    """What the store keeps of how articles were read: also the hash of the user's own file."""
    from tracker.store.writing import Reading

    return Reading(lexicon_sha256=sha256(own.read_bytes()).hexdigest() if own else None)
