"""Numbers and ordinals in words and figures."""

import re

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_RANKS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"""
_UNITS = {word: number for number, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * number for number, word in enumerate(_DECADES.split(), start=2)}
_ORDINALS = {word: number for number, word in enumerate(_RANKS.split(), start=1)}
_FIGURE = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
# "dozens" and "hundreds" stand for two of them, as a lower bound that a reader would give.
_ROUGH = {"dozen": 12, "dozens": 24, "hundred": 100, "hundreds": 200, "scores": 40}


def ordinal(word: str) -> int | None:
    """The value of an ordinal such as "17th", "seventeenth" or "twenty-first", else None."""
    if match := _FIGURE.match(word):
        return int(match[1])
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word == "twentieth":
        return 20
    if word == "thirtieth":
        return 30
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _ORDINALS and _ORDINALS[unit] < 10:
        return _TENS[tens] + _ORDINALS[unit]
    return None


def cardinal(word: str) -> int | None:
    """The value of a number such as "1,200", "70" or "twenty-five", else None."""
    digits = word.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(digits)
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    if word in _ROUGH:
        return _ROUGH[word]
    tens, _, unit = word.partition("-")
    if tens in _TENS and 0 < _UNITS.get(unit, 0) < 10:
        return _TENS[tens] + _UNITS[unit]
    return None
