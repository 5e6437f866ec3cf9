"""What copies of a text share: a hash if only typography differs, runs of words if lines do."""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b, sha256

SAME = 0.7
"""Share of common runs of words from which two texts are copies of one."""

_RUN = 5
"""Words in a row; so many that two reports of one event share few runs."""

_FEWEST_RUNS = 50
_BANDS = 16
_ROWS = 4
_SEED = 1
_WORD = re.compile(r"\w+")


def content_hash(text: str) -> str:
    """Hash of the words of a text.

    Args:
        text: Any text.

    Returns:
        Hexadecimal SHA-256, equal for texts that differ in white space, quotes, dashes, case or
        the Unicode form of characters alone.
    """
    return sha256(" ".join(_words(text)).encode("utf-8", "replace")).hexdigest()


def bands(text: str) -> tuple[int, ...]:
    """Numbers by which a store finds the texts to compare with this one.

    Args:
        text: Any text.

    Returns:
        Sixteen signed 64-bit numbers, each a band of the text's MinHash; none for a text of a few
        sentences, where likeness is chance. Texts whose likeness is 0.7 have one in common with
        a probability of 0.99, those of 0.3 with one of 0.12.
    """
    from rensa import RMinHash

    runs = _runs(text)
    if len(runs) < _FEWEST_RUNS:
        return ()
    minhash = RMinHash(_BANDS * _ROWS, _SEED)
    minhash.update(sorted(runs))
    digest = minhash.digest()
    return tuple(_number(n, digest[n * _ROWS : (n + 1) * _ROWS]) for n in range(_BANDS))


def likeness(text: str, other: str) -> float:
    """Share of the runs of five words of two texts that both have (Jaccard), from 0 to 1."""
    first, second = _runs(text), _runs(other)
    return len(first & second) / len(first | second)


def _number(band: int, row: Sequence[int]) -> int:
    data = repr((band, tuple(row))).encode()
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)


def _runs(text: str) -> set[str]:
    words = _words(text)
    return {" ".join(words[n : n + _RUN]) for n in range(max(len(words) - _RUN, 0) + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
