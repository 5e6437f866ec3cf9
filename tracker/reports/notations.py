"""Numbers as people type them: a bill's in any notation, a package's place in its series."""

import re

from tracker.store.folding import words

_TYPES = (
    ("senate bill", "s"),
    ("house bill", "hr"),
    ("senate", "s"),
    ("house", "h"),
    ("joint", "j"),
    ("concurrent", "con"),
    ("resolution", "res"),
)
"""Words and what they are in a bill's short form, longer ones first."""
_BILL = re.compile(
    r"(?:(?P<before>\d{2,3})(?:st|nd|rd|th)? )?"
    r"(?P<number>[a-z][a-z ]*\d{1,5})"
    r"(?: (?P<after>\d{2,3})(?:st|nd|rd|th)?)?"
)
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OF_NO_WEIGHT = {"the", "no", "number", "package", "sanctions", "round", "against"}


def bill_number(text: str) -> tuple[str, int | None] | None:
    """A bill's number in normal form, and its Congress where that is told.

    `S. 1241`, `Senate Bill 1241`, `s1241-119` and `S. 1241, 119th Congress` are all `s1241`.
    """
    plain = " ".join(word for word in words(text) if word not in {"the", "congress", "no"})
    for spelled, short in _TYPES:
        plain = plain.replace(spelled, short)
    match = _BILL.fullmatch(plain)
    if match is None:
        return None
    congress = match["before"] or match["after"]
    return match["number"].replace(" ", ""), int(congress) if congress else None


def series_number(text: str) -> tuple[int, set[str]] | None:
    """The only number in words such as `package 17` or `EU seventeenth`, and what else they say."""
    # Its package is slow to import, and this is asked only where nothing else fits.
    from tracker.extraction.numbers import ordinal

    told = {
        each: int(each) if each.isdecimal() else ordinal(each)
        for each in _TOKEN.findall(text.lower())
    }
    numbers = [number for number in told.values() if number is not None]
    if len(numbers) != 1:
        return None
    return numbers[0], {each for each, number in told.items() if number is None} - _OF_NO_WEIGHT
