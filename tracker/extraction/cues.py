"""Phrases of the word lists that leave gaps: "override ... veto/vetoes"."""

from tracker.extraction.lexicon import Cue
from tracker.extraction.tagging import Token


def match_cue(tokens: tuple[Token, ...], position: int, cue: Cue, gap: int) -> int | None:
    """Position after a cue that begins at a position, None where it does not stand.

    Args:
        tokens: The sentence.
        position: Where the first word of the cue must stand.
        cue: The words to find, in any form of theirs.
        gap: How many words may stand in a gap.
    """
    allowed = 0
    for words in cue:
        if not words:
            allowed = gap
            continue
        window = range(position, min(position + allowed + 1, len(tokens)))
        hit = next(
            (p for p in window if tokens[p].lower in words or tokens[p].lemma in words), None
        )
        if hit is None:
            return None
        position, allowed = hit + 1, 0
    return position
