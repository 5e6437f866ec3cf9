"""What copies of a text share: a hash if only typography differs, a sketch if a few lines do."""

import re
import unicodedata
from hashlib import sha256

_PERMUTATIONS = 128
_SEED = 1
_SHINGLE = 5
"""Words in a row; long enough that two reports of one event share few."""

_WORD = re.compile(r"\w+")

BANDS = 32
"""Bands of the sketch. Texts as like as `SAME` share one with a probability above 0.999."""

SAME = 0.7
"""Share of common shingles from which two texts are copies of one."""


def content_hash(text: str) -> str:
    """Hash of the words of a text.

    Args:
        text: Any text.

    Returns:
        Hexadecimal SHA-256, equal for texts that differ in white space, quotes, dashes, case or
        the Unicode form of characters alone.
    """
    return sha256(" ".join(_words(text)).encode("utf-8", "replace")).hexdigest()


def sketch(text: str) -> tuple[int, ...]:
    """The MinHash of a text's runs of five words.

    Args:
        text: Any text.

    Returns:
        128 numbers of 32 bits. The share of places at which two sketches agree estimates the
        share of runs that their texts have in common.
    """
    from rensa import RMinHash

    words = _words(text)
    runs = {" ".join(words[n : n + _SHINGLE]) for n in range(max(len(words) - _SHINGLE, 0) + 1)}
    minhash = RMinHash(_PERMUTATIONS, _SEED)
    minhash.update(sorted(runs))
    return tuple(minhash.digest())


def likeness(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Estimated share of runs of words that two texts have in common, from their sketches."""
    return sum(a == b for a, b in zip(first, second, strict=True)) / _PERMUTATIONS


def bands(sketch: tuple[int, ...]) -> tuple[str, ...]:
    """The sketch cut in pieces, of which the sketches of like texts share at least one.

    Args:
        sketch: As `sketch` gives it.

    Returns:
        One hash a band, by which a store finds the texts to compare.
    """
    width = len(sketch) // BANDS
    rows = (sketch[n * width : (n + 1) * width] for n in range(BANDS))
    return tuple(sha256(repr((n, row)).encode()).hexdigest()[:16] for n, row in enumerate(rows))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
