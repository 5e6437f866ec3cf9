"""People that the text names: in full, with titles or party tags, then by last name alone.

Capital words in a row make a run. A run names a person if something shows it: a title before,
a party tag after, a place in a list that a plural title opens, or a common given name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.extraction.lexicon import Lexicon

_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}|[^\W\d_]+(?:['-][^\W\d_]+){0,4}'?")
# (R-S.C.), (both R-Alaska), (D), (TX-36), (R., Texas)
_BRACKETED_TAG = re.compile(
    r" ?\((?:(?:both |all )?[RDI](?:[-., /][^()\n]{1,25})?|[A-Z]{2}-\d{1,2}|[A-Z][a-z]+-\d{1,2})\)"
)
# , R-Miss.; , D-N.Y.; then ", Democrat of Florida", ", a Utah Republican", ", the top Democrat on"
_TRAILING_TAG = re.compile(
    r", ?[RDI]-[A-Z][\w.]*(?: (?:[A-Z]\.|Dakota|Carolina|Hampshire|Jersey|Mexico|York|Virginia))?"
    r"|, (?:an? |the )?(?:[\w.'-]{2,20} ){0,3}(?:Republican|Democrat|[Ii]ndependent)"
    r"(?=[,.;:)]|$| (?:who|of|from|on|and|in|said)\b)(?: (?:of|from) [A-Z]\w+(?: [A-Z]\w+)?)?\b"
)
_LIST_LINK = re.compile(r",? (?:and|&) |[,;] (?:and )?")
# A last name with its particle: "Van Hollen", "O'Rourke", "Hyde-Smith"
_CAPITAL = re.compile(
    r"(?<![\w-])(?P<particle>V[ao]n |De |La )?(?P<last>[A-Z]\w+(?:'[A-Z]\w+)?(?:-[A-Z]\w+)?)"
)
_CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")
_MAX_NAME = 5


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name of a person.

    Attributes:
        name: Fullest form of the name that the text gives the person.
        last: Last name.
        start: Offset of the first character of the name as it stands here, title left out.
        end: Offset after the last.
        outer_start: Offset of the title, or of the name where it has none.
        outer_end: Offset after the party tag, or after the name where it has none.
        legislator: Whether a title or party tag shows a member of a legislature.
        chamber: `us-senate`, `us-house` or None.
    """

    name: str
    last: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    legislator: bool
    chamber: str | None


@dataclass(frozen=True, slots=True)
class _NameWords:
    """What the lexicon knows of titles and names."""

    senate: frozenset[str]
    house: frozenset[str]
    titles: frozenset[str]
    weak: frozenset[str]
    legislators: frozenset[str]
    plural: frozenset[str]
    around: frozenset[str]
    after: frozenset[str]
    particles: frozenset[str]
    lower: frozenset[str]
    suffixes: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    states: frozenset[str]
    verbal_surnames: frozenset[str]
    title_surnames: frozenset[str]
    third_persons: frozenset[str]
    plain_verbs: frozenset[str]
    pure_verbs: frozenset[str]
    gerunds: frozenset[str]
    nicknames: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    possessive: bool

    @property
    def bare(self) -> str:
        """Lower case without full stops, as titles are listed."""
        return self.text.lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run cut into its title words and the words that may be a name.

    `titles` are those of the run, or of the list that the name stands in; `outer_start` is
    where the run begins; `whole` says that the name reaches to its end.
    """

    titles: frozenset[str]
    name: tuple[_Word, ...]
    outer_start: int
    whole: bool
    tag_end: int | None
    house_tag: bool

    @property
    def text(self) -> str:
        """The name as words joined by single spaces."""
        return " ".join(word.text for word in self.name)

    @property
    def start(self) -> int:
        """Offset of the name."""
        return self.name[0].start

    @property
    def end(self) -> int:
        """Offset after the name."""
        return self.name[-1].end


def last_name(name: str) -> str:
    """The last word of a name that is no suffix."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        words.pop()
    return words[-1] if words else name


def find_people(folded: str, lexicon: Lexicon) -> tuple[PersonMention, ...]:
    """Every person named, in text order, each under the fullest form of the name."""
    words = _name_words(lexicon)
    named = list(_named(folded, words))
    people = _resolved(named, words)
    people.extend(_by_last_name(folded, people))
    people.sort(key=lambda person: person.start)
    return tuple(_without_overlaps(people))


@lru_cache(maxsize=8)
def _name_words(lexicon: Lexicon) -> _NameWords:
    titles, names = lexicon.people["titles"], lexicon.people["names"]
    senate, house = frozenset(titles["senate"].split()), frozenset(titles["house"].split())
    member, weak = frozenset(titles["member"].split()), frozenset(titles["weak"].split())
    given = frozenset(names["given"].split())
    closed = {word.capitalize() for word in lexicon.closed} - given
    known = senate | house | member | weak | frozenset(titles["other"].split())
    particles = frozenset(names["particles"].split())
    return _NameWords(
        senate=senate,
        house=house,
        titles=known,
        weak=weak,
        legislators=senate | house | member | weak,
        plural=frozenset(titles["plural"].split()),
        around=frozenset(titles["around"].split()),
        after=frozenset(titles["after"].split()),
        particles=particles,
        lower=known | particles,
        suffixes=frozenset(names["suffixes"].split()),
        given=given,
        never=frozenset(names["never"].split()) | closed,
        states=frozenset(lexicon.places_data["states"].values()),
        verbal_surnames=frozenset(names["verbal_surnames"].split()),
        title_surnames=frozenset(names["title_surnames"].split()),
        third_persons=_capitalized(lexicon, "VBZ"),
        plain_verbs=_capitalized(lexicon, "VB"),
        pure_verbs=_capitalized(lexicon, "VB") - {word.capitalize() for word in lexicon.noun_verbs},
        gerunds=_capitalized(lexicon, "VBG"),
        nicknames=frozenset(
            (short, full)
            for short, _, full in (pair.partition("=") for pair in names["nicknames"].split())
        ),
    )


def _capitalized(lexicon: Lexicon, tag: str) -> frozenset[str]:
    forms = lexicon.verb_forms.items()
    return frozenset(form.capitalize() for form, (_, tags) in forms if tag in tags)


def _named(folded: str, words: _NameWords) -> Iterator[_Candidate]:
    """Runs that something shows to name a person, in text order."""
    listed_until, plural = -1, False
    titles: frozenset[str] = frozenset()
    for run in _runs(folded, words):
        candidate = _candidate(folded, run, words)
        if candidate is None:
            continue
        in_list = listed_until >= 0 and candidate.start in _after_link(folded, listed_until)
        listed = in_list and plural and candidate.whole and not candidate.titles
        if not (listed or _shows_person(candidate, words)):
            continue
        if candidate.titles:
            titles = candidate.titles
            plural = bool(titles & words.plural)
        elif listed:
            candidate = replace(candidate, titles=titles)
        elif not in_list:
            plural = False
        yield candidate
        listed_until = candidate.tag_end or candidate.end


def _after_link(folded: str, offset: int) -> range:
    """Where the next name of a list may begin after one that ends at an offset."""
    match = _LIST_LINK.match(folded, offset)
    return range(match.end(), match.end() + 1) if match else range(0)


def _runs(folded: str, words: _NameWords) -> Iterator[list[_Word]]:
    """Capital words in a row, with titles in lower case and particles among them."""
    run: list[_Word] = []
    for match in _WORD.finditer(folded):
        text = match.group()
        if text[0].islower() and "-" not in text and text not in words.lower:
            # Nearly every word of a text: it ends a run and is not looked at further.
            if run:
                yield run
                run = []
            continue
        word = _word(match, folded, words)
        if run and not _joins(folded, run[-1], word, words):
            yield run
            run = []
        if (
            _is_capital(word.text, words)
            or word.bare in words.titles
            or (run and word.text in words.particles)
        ):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _word(match: re.Match[str], folded: str, words: _NameWords) -> _Word:
    text, start = match.group(), match.start()
    possessive = text.endswith(("'s", "'S", "'"))
    if possessive:
        text = text[:-1] if text.endswith("'") else text[:-2]
    if camel := _CAMEL.search(text):
        # Links that a page ran into the name: "Chris MurphyChristopher Scott"
        text, possessive = text[: camel.start()], True
    end = start + len(text)
    if folded[end : end + 1] == "." and _is_abbreviation(text, words):
        text, end = text + ".", end + 1
    return _Word(text, start, end, possessive)


def _is_abbreviation(text: str, words: _NameWords) -> bool:
    title = len(text) <= 4 and text.lower() in words.titles
    return title or text in words.suffixes or text == "St"


def _is_capital(text: str, words: _NameWords) -> bool:
    """Whether a word may end a name: "Graham", "al-Assad"."""
    particle, hyphen, rest = text.partition("-")
    return text[0].isupper() or (bool(hyphen) and particle in words.particles and rest[0].isupper())


def _joins(folded: str, last: _Word, word: _Word, words: _NameWords) -> bool:
    if last.possessive:
        return False
    gap = folded[last.end : word.start]
    if gap == ", ":
        return word.text in words.suffixes
    if last.text.endswith("."):
        initial = len(last.text) == 2 or "." in last.text[:-1]
        return gap in (" ", "") and (initial or last.text == "St." or last.bare in words.titles)
    return gap == " " or (gap == "\n" and last.bare in words.titles)


def _candidate(folded: str, run: list[_Word], words: _NameWords) -> _Candidate | None:
    """Cut a run into title and name; None where nothing is left that could be a name."""
    after = run[-1] if len(run) > 1 and run[-1].text in words.after else None
    run = run[:-1] if after is not None else run
    run = _without_office(run, words)
    cut = next((i + 1 for i in range(len(run) - 1, -1, -1) if _is_title(run, i, words)), 0)
    while cut < len(run) and _no_name_start(run, cut, words):
        cut += 1
    name: list[_Word] = []
    for at, word in enumerate(run[cut:]):
        if (at and word.text in words.never) or _is_headline_verb(name, word, words):
            break
        name.append(word)
    while name and not _is_capital(name[-1].text, words):
        name.pop()
    name = _without_profile(folded, name)
    if not name or len(name) > _MAX_NAME or _is_shouted(run):
        return None
    outer = next((word for word in run[:cut] if word.text not in words.gerunds), name[0])
    tag = _tag_end(folded, name[-1].end) if not name[-1].possessive else None
    tag = after.end if after is not None else tag
    house_tag = tag is not None and folded[tag - 2 : tag - 1].isdigit()
    whole = cut + len(name) == len(run)
    titles = frozenset(word.bare for word in run[:cut])
    return _Candidate(titles, tuple(name), outer.start, whole, tag, house_tag)


def _is_title(run: list[_Word], at: int, words: _NameWords) -> bool:
    """Whether a word is a title, not a last name: "King Salman", but not "Sen. Angus King"."""
    word = run[at]
    if word.bare not in words.titles:
        return False
    last = all(after.text in words.suffixes for after in run[at + 1 :])
    if at == 0 or not last or word.text not in words.title_surnames:
        return True
    if at > 1 and any(word.bare in words.legislators for word in run[: at - 1]):
        return False
    before = run[at - 1]
    initial = len(before.text) == 2 and before.text.endswith(".")
    return not (initial or before.text in words.given or before.bare in words.legislators)


def _without_office(run: list[_Word], words: _NameWords) -> list[_Word]:
    """Leave out an office that a page ran on after the name: "Sen. Amy Reed Ranking Member"."""
    end = len(run)
    if not _is_title(run, end - 1, words):
        return run
    while end and _is_office(run, end - 1, words):
        end -= 1
    named = end < len(run) and any(_is_name_word(run[i], words) for i in range(end))
    return run[:end] if named else run


def _is_office(run: list[_Word], at: int, words: _NameWords) -> bool:
    word = run[at]
    return _is_title(run, at, words) or (word.text in words.never and at > 1)


def _is_name_word(word: _Word, words: _NameWords) -> bool:
    return word.bare not in words.titles and word.text not in words.never


def _without_profile(folded: str, name: list[_Word]) -> list[_Word]:
    """Leave out a profile that a page ran into the name.

    "Bob Corker Robert (Bob) Phillips Corker", "Lisa Murkowski Lisa Ann Murkowski".
    """
    if len(name) > 2 and folded.startswith(f" ({name[0].text})", name[-1].end):
        return name[:-1]
    texts = [word.text for word in name]
    if texts.count(texts[0] if texts else "") < 2:
        return name
    again = texts.index(texts[0], 1)
    return name[:1] if again == len(name) - 1 > 1 else name[:again]


def _no_name_start(run: list[_Word], at: int, words: _NameWords) -> bool:
    word = run[at]
    if word.bare in words.around or word.text.count(".") > 1:
        return True
    if word.text not in words.never:
        return not word.text[0].isupper()
    # "Bill Hagerty", but not "Bill to Impose"
    follows = at + 1 < len(run) and run[at + 1].text not in words.never
    return not (word.text in words.given and follows)


def _is_headline_verb(name: list[_Word], word: _Word, words: _NameWords) -> bool:
    """A verb in title case after a name: "Cruz Leads Bill", but not "Mike Rounds"."""
    if not name or word.text in words.verbal_surnames:
        return False
    if len(name) > 1 and len(name[-1].text) > 2 and word.text in words.plain_verbs:
        return True
    return word.text in words.pure_verbs or word.text in words.third_persons


def _is_shouted(run: list[_Word]) -> bool:
    """Whether the run is a heading in capitals, where titles and names cannot be told apart."""
    return len(run) > 2 and all(word.text.isupper() for word in run)


def _tag_end(folded: str, offset: int) -> int | None:
    match = _BRACKETED_TAG.match(folded, offset) or _TRAILING_TAG.match(folded, offset)
    return match.end() if match else None


def _shows_person(candidate: _Candidate, words: _NameWords) -> bool:
    first = candidate.name[0].text
    if len(candidate.text) < 2 or (first in words.never and first not in words.given):
        return False
    if candidate.text in words.states:
        return False
    if candidate.tag_end is not None:
        return True
    titles = candidate.titles & words.titles
    if titles - words.weak:
        return True
    given = len(candidate.name) > 1 and candidate.name[0].text in words.given
    return given and (candidate.whole or bool(titles))


def _resolved(named: list[_Candidate], words: _NameWords) -> list[PersonMention]:
    """The mentions with everything that the text says anywhere of the same person."""
    by_last: dict[str, list[str]] = {}
    for candidate in named:
        by_last.setdefault(last_name(candidate.text), []).append(candidate.text)
    fullest = {last: _Namesakes(texts, words) for last, texts in by_last.items()}
    full = [fullest[last_name(c.text)].full_name(c.text) for c in named]
    known: dict[str, tuple[bool, str | None]] = {}
    for candidate, name in zip(named, full, strict=True):
        legislator, chamber = known.get(name, (False, None))
        known[name] = (
            legislator
            or candidate.tag_end is not None
            or bool(candidate.titles & words.legislators),
            chamber or _chamber(candidate, words),
        )
    return [
        PersonMention(
            name=name,
            last=last_name(name),
            start=candidate.start,
            end=candidate.end,
            outer_start=candidate.outer_start,
            outer_end=candidate.tag_end or candidate.end,
            legislator=known[name][0],
            chamber=known[name][1],
        )
        for candidate, name in zip(named, full, strict=True)
    ]


class _Namesakes:
    """The people of one last name, each with the fullest form of the name."""

    def __init__(self, texts: list[str], words: _NameWords) -> None:
        self._words = words
        self._people: list[str] = []
        counts = Counter(texts)
        for text in sorted(counts, key=lambda t: (-len(t), t)):
            if self._is_full(text) and self._known(text) is None:
                self._people.append(text)
        usual = max(counts, key=lambda t: (self._is_full(t), counts[t]))
        self._usual = self._known(usual) or usual

    def full_name(self, text: str) -> str:
        """The fullest form of a name; a last name alone is the person named most often."""
        return (self._known(text) if self._is_full(text) else None) or self._usual

    def _is_full(self, text: str) -> bool:
        first, space, _ = text.partition(" ")
        return bool(space) and first.lower() not in self._words.particles

    def _known(self, text: str) -> str | None:
        return next((p for p in self._people if _same_person(text, p, self._words)), None)


def _same_person(one: str, other: str, words: _NameWords) -> bool:
    a, b = sorted(name.partition(" ")[0].lower().rstrip(".") for name in (one, other))
    if a[:1] == b[:1] and (b.startswith(a) or len(a) == 1):
        return True
    return (a, b) in words.nicknames or (b, a) in words.nicknames


def _chamber(candidate: _Candidate, words: _NameWords) -> str | None:
    if candidate.titles & words.senate:
        return "us-senate"
    if candidate.titles & words.house or candidate.house_tag:
        return "us-house"
    return None


def _by_last_name(folded: str, people: list[PersonMention]) -> Iterator[PersonMention]:
    """Mentions by last name alone, of people who are named in full or with a title elsewhere."""
    counts = Counter(person.name for person in people)
    known: dict[str, PersonMention] = {}
    for person in sorted(people, key=lambda p: (counts[p.name], -p.start)):
        if len(person.last) > 2:
            known[person.last] = known[person.last.upper()] = person
    for match in _CAPITAL.finditer(folded) if known else ():
        person_or_none = known.get(match["last"])
        if person_or_none is not None:
            start = match.start() if match["particle"] else match.start("last")
            yield replace(
                person_or_none,
                start=start,
                end=match.end(),
                outer_start=start,
                outer_end=match.end(),
            )


def _without_overlaps(people: list[PersonMention]) -> list[PersonMention]:
    kept: list[PersonMention] = []
    for person in people:
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
    return kept
