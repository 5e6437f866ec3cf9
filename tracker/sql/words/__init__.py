"""Words of SQL that mean the same on both databases, for completion."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def keywords() -> tuple[str, ...]:
    """Words of the language, in capitals."""
    return tuple((_HERE / "keywords.txt").read_text(encoding="utf-8").split())


@cache
def functions() -> tuple[str, ...]:
    """Names of functions."""
    return tuple((_HERE / "functions.txt").read_text(encoding="utf-8").split())
