"""People that the text names: full names with titles or party tags, then by last name alone."""

import re
from dataclasses import dataclass

_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|la|le|al|bin|ben|el|Van|Von|De|La|Le)"
_WORD = r"[A-Z][\w']*(?:-[A-Z][\w']*)*"
_INITIAL = r"[A-Z]\."
_NAME = rf"(?:{_WORD}|{_INITIAL})(?: (?:{_PARTICLE} )?(?:{_WORD}|{_INITIAL})){{0,3}}(?:,? (?:Jr|Sr)\.?| I{{2,3}}\b)?"
_TITLE = (
    r"(?:(?:U\.S\. |US |Former |former |State |Assistant |Deputy |Senate |House |Majority |Minority |Prime |Foreign |Finance |Defence |Defense |Republican |Democratic |GOP |ranking |Ranking |then-)*"
    r"(?:Sens?\.?|Senators?|senators?|Reps?\.?|Representatives?|Congress(?:man|woman|men|women|members?)|congress(?:man|woman)|Leader|leader|Ranking Member|Chairman|Chairwoman|Chair|Speaker"
    r"|President|Vice President|Minister|Chancellor|Secretary(?: of (?:State|Defense|the Treasury))?|Gov\.|Governor|Whip|Ambassador|Commissioner|Premier|Mr\.|Ms\.|Mrs\.|Dr\.|Judge|lawmakers?|MPs?|Lord))"
)
_PARTY = r" ?\((?P<party>[RDI])[-,. ][^()]{1,30}\)|, ?(?P<party2>[RDI])-(?:[A-Z][\w.]*)(?: [A-Z][\w.]*)?"
# Sen. Lindsey Graham (R-S.C.); Chairman Corker; Mr. Obama
_TITLED = re.compile(rf"\b(?P<title>{_TITLE}) (?P<name>{_NAME})")
# Maggie Hassan (D-N.H.); Roger Wicker, R-Miss.
_TAGGED = re.compile(rf"\b(?P<name>{_NAME})(?:{_PARTY})")
# Two or more capital words before "said", or after "by", "and": found by the last names above.
_LEGISLATOR = re.compile(r"(?i)sen|rep|congress|leader|ranking|chair|speaker|whip|lawmaker")
_NOT_NAMES = frozenset(
    "The A An This That These In On At By For And But Or If As It He She They We I Senate House"
    " Congress Committee Foreign Relations Banking Act Bill Resolution United States American"
    " Democrat Democrats Republican Republicans Democratic White Department Treasury State Union"
    " European Council Commission Security Affairs Administration Government Tuesday Monday"
    " Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December U.S. Sanctions Former GOP Capitol Hill Today Yesterday".split()
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name of a person.

    Attributes:
        name: Fullest form of the name that the text gives the person.
        last: Last name.
        start: Offset of the first character of the name as it stands here, title left out.
        end: Offset after the last.
        legislator: Whether a title or party tag shows a member of the US Congress.
        chamber: `us-senate`, `us-house` or None.
    """

    name: str
    last: str
    start: int
    end: int
    legislator: bool
    chamber: str | None


@dataclass(slots=True)
class _Found:
    text: str
    start: int
    end: int
    title: str
    party: bool


def last_name(name: str) -> str:
    """The last word of a name that is no suffix."""
    words = [w for w in name.replace(",", " ").split() if w not in _SUFFIXES]
    return words[-1] if words else name


def find_people(folded: str) -> tuple[PersonMention, ...]:
    """Every person named, in text order, each under the fullest form of the name."""
    found = _collect(folded)
    fullest = _fullest_names(found)
    people = [_mention(item, fullest, found) for item in found]
    taken = {(p.start) for p in people}
    people.extend(p for p in _by_last_name(folded, people) if p.start not in taken)
    people.sort(key=lambda p: p.start)
    return tuple(_without_overlaps(people))


def _collect(folded: str) -> list[_Found]:
    found: list[_Found] = []
    for match in _TITLED.finditer(folded):
        item = _clean(match["name"], match.start("name"), match["title"], party=False)
        if item is not None:
            found.append(item)
            if match["title"].rstrip(".").endswith(("s", "men", "women")):
                found.extend(_list_after(folded, item, match["title"]))
    for match in _TAGGED.finditer(folded):
        item = _clean(match["name"], match.start("name"), "", party=True)
        if item is not None:
            found.append(item)
    found.sort(key=lambda f: (f.start, -len(f.text)))
    return _merge(found)


# ", Maggie Hassan (D-N.H.), and Jacky Rosen": the rest of a list after a plural title
_NEXT_IN_LIST = re.compile(
    rf"(?: ?\([^()]{{1,40}}\)|, ?[RDI]-[A-Z][\w.]*)?(?:, and |,? & | and |, )(?:(?:Sen|Rep)s?\.? )?(?P<name>{_NAME})"
)


def _list_after(folded: str, item: _Found, title: str) -> list[_Found]:
    rest: list[_Found] = []
    at = item.end
    while len(rest) < 100:
        match = _NEXT_IN_LIST.match(folded, at)
        if match is None:
            break
        following = _clean(match["name"], match.start("name"), title, party=False)
        if following is None or following.start != match.start("name"):
            break
        rest.append(following)
        at = following.end
    return rest


def _clean(name: str, start: int, title: str, *, party: bool) -> _Found | None:
    """Strip words that are no part of a name; None if nothing is left."""
    words = name.split(" ")
    titles = [i for i, word in enumerate(words) if _TITLED_WORD.match(word)]
    if titles:
        start += sum(len(word) + 1 for word in words[: titles[-1] + 1])
        words = words[titles[-1] + 1 :]
    while words and (words[0] in _NOT_NAMES or _TITLED_WORD.match(words[0])):
        start += len(words[0]) + 1
        words.pop(0)
    while words and (words[-1].rstrip(".,") in _NOT_NAMES or words[-1].endswith("'")):
        words.pop()
    text = " ".join(words).rstrip(",")
    if text.endswith("'s"):
        text = text[:-2]
    cut = text.find("'s ")
    if cut > 0:
        text = text[:cut]
    if not text or len(last_name(text)) < 2 or last_name(text) in _NOT_NAMES:
        return None
    if text.endswith(".") and last_name(text) not in _SUFFIXES and len(text) > 2 and text[-3] != " ":
        text = text.rstrip(".")
    return _Found(text, start, start + len(text), title, party)


_TITLED_WORD = re.compile(
    r"^(?:Sens?\.?|Senators?|Reps?\.?|Representatives?|Congress\w+|Leader|Chair\w*|President|Speaker|Member|Ranking|Mr\.|Minister)$"
)


def _merge(found: list[_Found]) -> list[_Found]:
    """One item a place: the longest name, with what either item knows."""
    merged: list[_Found] = []
    for item in found:
        if merged and item.start < merged[-1].end:
            last = merged[-1]
            if len(item.text) > len(last.text):
                last.text, last.end = item.text, item.end
            last.title = last.title or item.title
            last.party = last.party or item.party
            continue
        merged.append(item)
    return merged


def _fullest_names(found: list[_Found]) -> dict[str, str]:
    """By last name, the fullest name; a last name that two people share is left out."""
    fullest: dict[str, str] = {}
    for item in found:
        last = last_name(item.text)
        known = fullest.get(last)
        if known is None or (len(item.text) > len(known) and item.text.endswith(last)):
            fullest[last] = item.text
    return fullest


def _mention(item: _Found, fullest: dict[str, str], found: list[_Found]) -> PersonMention:
    last = last_name(item.text)
    name = item.text if " " in item.text else fullest.get(last, item.text)
    titles = " ".join(f.title for f in found if last_name(f.text) == last)
    party = any(f.party for f in found if last_name(f.text) == last)
    legislator = party or bool(_LEGISLATOR.search(titles))
    return PersonMention(name, last, item.start, item.end, legislator, _chamber(titles))


def _chamber(titles: str) -> str | None:
    if re.search(r"\bSen", titles):
        return "us-senate"
    if re.search(r"\bRep(?!ublican)|Congress", titles):
        return "us-house"
    return None


def _by_last_name(folded: str, people: list[PersonMention]) -> list[PersonMention]:
    """Later mentions by last name alone, of people who were named in full or with a title."""
    known = {p.last: p for p in people if len(p.last) > 2}
    if not known:
        return []
    found = []
    for match in _CAPITAL.finditer(folded):
        person = known.get(match.group())
        if person is not None:
            found.append(
                PersonMention(
                    person.name,
                    person.last,
                    match.start(),
                    match.end(),
                    person.legislator,
                    person.chamber,
                )
            )
    return found


_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w]*(?:-[A-Z]\w*)?")


def _without_overlaps(people: list[PersonMention]) -> list[PersonMention]:
    kept: list[PersonMention] = []
    for person in people:
        if kept and person.start < kept[-1].end:
            continue
        kept.append(person)
    return kept
