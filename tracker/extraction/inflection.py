"""Derives the forms of English verbs from their base forms."""

import re
from collections.abc import Iterator

_VOWELS = "aeiou"
_ONE_SYLLABLE = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
# Verbs of more than one syllable whose last is stressed, and so double their consonant.
_DOUBLING_ENDINGS = ("mit", "fer", "pel", "cur", "bel", "compel", "rebut", "begin", "unzip")
_NOT_DOUBLING = frozenset({"offer", "suffer", "differ", "limit", "vomit"})


def forms(
    base: str, past: str | None = None, participle: str | None = None
) -> Iterator[tuple[str, str]]:
    """Every inflected form of a verb with its Penn tag: VB, VBZ, VBG, VBD, VBN.

    Args:
        base: Base form, such as `impose`.
        past: Past tense where it is irregular.
        participle: Past participle where it is irregular.
    """
    regular = _past(base)
    yield base, "VB"
    yield _third_person(base), "VBZ"
    yield _gerund(base), "VBG"
    yield past or regular, "VBD"
    yield participle or past or regular, "VBN"
    if base.endswith("el") and not _doubles(base):
        # British spelling: "cancelled", "travelling"
        yield f"{base}ling", "VBG"
        yield f"{base}led", "VBD"
        yield f"{base}led", "VBN"


def _doubles(base: str) -> bool:
    if base in _NOT_DOUBLING:
        return False
    return bool(_ONE_SYLLABLE.match(base)) or base.endswith(_DOUBLING_ENDINGS)


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"
