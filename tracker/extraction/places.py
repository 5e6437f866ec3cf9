"""Places, deciding bodies and sanctioning offices that the text names."""

import re
from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon

_WORD = re.compile(r"(?<![\w.])\w+")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place or of a body that decides for it.

    Attributes:
        code: ISO 3166-1 code, or EU, UN, G7.
        body: Key of the deciding body, None for a place or an office without one.
        adjective: Whether it is an adjective or demonym ("Russian").
        start: Offset of the first character.
        end: Offset after the last.
    """

    code: str
    body: str | None
    adjective: bool
    start: int
    end: int


def find_places(folded: str, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """Every place and body named, in text order, the longest name at each position."""
    found: list[PlaceMention] = []
    names = lexicon.place_names
    unsure = _unsure(folded, lexicon)
    for match in _WORD.finditer(folded):
        start = match.start()
        if found and start < found[-1].end:
            continue
        for name, code, body, adjective in names.get(match.group(), ()):
            end = start + len(name)
            if folded.startswith(name, start) and not folded[end : end + 1].isalnum():
                found.append(PlaceMention(code, body, adjective, start, end))
                break
        else:
            if (unsure_code := unsure.get(match.group())) is not None:
                found.append(PlaceMention(unsure_code, None, False, start, match.end()))
    return tuple(found)


def _unsure(folded: str, lexicon: Lexicon) -> dict[str, str]:
    """Names that are a country's in this text, though elsewhere they are a state's or a man's."""
    return {
        name: code
        for name, (code, cues) in lexicon.ambiguous_places.items()
        if name in folded and any(cue in folded for cue in cues)
    }
