"""Bill numbers and official titles, in every notation of the press."""

import re
from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.tagging import Sentence, Token

# S. 1241, S.1241, H.R. 2548, HR 2548, S.J.Res. 68, H. Con. Res. 12, Senate Bill 12; H.B. 12 and
# S.B. 12 are a state legislature's
_NUMBER = re.compile(
    r"\b(?P<type>S\.? ?J\.? ?Res|H\.? ?J\.? ?Res|S\.? ?Con\.? ?Res|H\.? ?Con\.? ?Res"
    r"|S\.? ?(?:Res|RES)|H\.? ?(?:Res|RES)"
    r"|H\.? ?J\.? ?Resolution|S\.? ?J\.? ?Resolution"
    r"|H\.? ?R|[HSA]\.? ?B|S|Senate Bill|House Bill|Senate Resolution|House Resolution"
    r"|Senate Joint Resolution|House Joint Resolution)(?:\.|\b) ?(?:No\. ?)?(?P<number>\d{1,5})\b"
    r"(?!\s?(?:billion|million|percent|%))"
)
# The pattern's types, reduced to letters, and the Congress's own short form of each.
_TYPES = {
    "s": "s",
    "hr": "hr",
    "hb": "hb",
    "sb": "sb",
    "ab": "ab",
    "sjres": "sjres",
    "hjres": "hjres",
    "sjresolution": "sjres",
    "hjresolution": "hjres",
    "sconres": "sconres",
    "hconres": "hconres",
    "sres": "sres",
    "hres": "hres",
    "senatebill": "s",
    "housebill": "hr",
    "senateresolution": "sres",
    "houseresolution": "hres",
    "senatejointresolution": "sjres",
    "housejointresolution": "hjres",
}
# The House numbers its simple resolutions up to some 1,700 in a Congress, its bills to 10,000.
_HIGHEST_HOUSE_RESOLUTION = 2000
# In a headline in title case "Bill" and "Law" are plain nouns; these are not.
_SURE_HEADS = frozenset({"Act", "Acts", "Regulations"})
# "John Curtis (R-Utah) on the X Act": a party tag belongs to a person before the title.
_PARTIES = ("R-", "D-", "I-")
# In words, well above what an act is called in print.
_LONGEST_TITLE = 40
_CONNECTORS = frozenset(
    [
        "of",
        "the",
        "and",
        "to",
        "for",
        "in",
        "on",
        "against",
        "with",
        "by",
        "from",
        "at",
        "a",
        "an",
        "or",
        "through",
    ]
)
# In letters, the shortest that stand for a title.
_FEWEST_INITIALS = 3
_COUNCILS = frozenset({"UN", "U.N.", "UNSC", "Nations", "Council"})
_NAMING_PARTICIPLES = frozenset({"titled", "entitled", "called", "named", "dubbed", "today"})
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z.&-]{0,12}$")


@dataclass(frozen=True, slots=True)
class BillNumber:
    """A bill's number in normal form (`s1241`) and where it stands."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Title:
    """An official title: positions of its first token and of the token after its last.

    `acronym` is a short form that the text gives with it, in brackets or inside.
    """

    first: int
    end: int
    text: str
    acronym: str | None


def initials(title: str) -> tuple[str, ...]:
    """What the first letters of a title make, with its small words and without.

    "Violence Against Women Act" gives "vawa"; brackets and the year are left out.
    """
    plain = re.sub(r"\([^)]*\)|'s\b", " ", title.lower())
    words = [w for w in re.findall(r"[a-z]+", plain) if w != "the"]
    strong = [w for w in words if w not in _CONNECTORS]
    if words and words[-1] in _CONNECTORS:
        words.pop()  # the "of" of "Act of 2025"
    forms = dict.fromkeys("".join(w[0] for w in kept) for kept in (words, strong))
    return tuple(form for form in forms if len(form) >= _FEWEST_INITIALS)


def find_numbers(folded: str) -> tuple[BillNumber, ...]:
    """Every bill number of the US Congress or a state's legislature in the folded text."""
    found = []
    for match in _NUMBER.finditer(folded):
        letters = re.sub(r"[^a-z]", "", match["type"].lower())
        kind, number = _TYPES[letters], int(match["number"])
        if kind == "hres" and number > _HIGHEST_HOUSE_RESOLUTION:
            kind = "hr"
        if kind == "s" and match["type"] == "S" and match.group()[1:2] == " ":
            continue  # "S 12" is as often something else
        found.append(BillNumber(f"{kind}{number}", match.start(), match.end()))
    return tuple(found)


def find_titles(sentence: Sentence, folded: str, lexicon: Lexicon) -> tuple[Title, ...]:
    """Titles that end in "Act" and the like: capital words joined by small ones."""
    tokens = sentence.tokens
    title_case = _title_case(tokens)
    heads = lexicon.noun_set("bill", "title_heads")
    if title_case:
        heads = heads & _SURE_HEADS
    # Those of prose may stand in a title; in a headline they part it from what does something.
    walls = _headline_verbs(tokens, lexicon) if title_case else frozenset()
    found = []
    for position, token in enumerate(tokens):
        text = token.text.capitalize() if token.text.isupper() else token.text
        name = text.rstrip("s") if text.endswith("Acts") else text
        if name not in heads or not token.text[0].isupper():
            continue
        if (
            token.text == "Law"
            and tokens[position + 1 : position + 2]
            and tokens[position + 1].text == "of"
        ):
            continue
        if token.lower == "bill" and _is_first_name_or_number(tokens, position):
            continue
        first = _title_start(tokens, position, walls, lexicon)
        if position + 1 < len(tokens) and tokens[position + 1].lower.startswith("organi"):
            continue  # "the North Atlantic Treaty Organization"
        if token.text == "Resolution" and any(t.text in _COUNCILS for t in tokens[first:position]):
            continue  # a resolution of the United Nations is known by its number
        if first < position and not _is_generic(tokens, first, position):
            found.append(_title(tokens, first, position, folded))
    own = [n for n in _nicknames(tokens, lexicon) if not any(_overlap(n, t) for t in found)]
    return (*found, *own)


def _is_first_name_or_number(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether "Bill" is a man's name or stands before a number: "Bill Barr", "Senate Bill 12"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is not None and (
        following.text.isdigit()
        or (
            following.text[:1].isupper() and following.text[1:2].islower() and following.tag != "IN"
        )
    )


def _overlap(one: Title, other: Title) -> bool:
    return one.first < other.end and other.first < one.end


def _nicknames(tokens: tuple[Token, ...], lexicon: Lexicon) -> list[Title]:
    """Acts by their nickname, under their title."""
    found: list[Title] = []
    for position, token in enumerate(tokens):
        for words, title in lexicon.nicknames.get(token.lower, ()):
            end = position + len(words)
            if tuple(t.lower for t in tokens[position:end]) == words:
                found.append(Title(position, end, title, None))
                break
    return found


def _is_generic(tokens: tuple[Token, ...], first: int, head: int) -> bool:
    """A short "Federal Law" or "Senate Bill" is no title."""
    return tokens[head].text not in _SURE_HEADS and head - first < 2


def _title_case(tokens: tuple[Token, ...]) -> bool:
    words = [t for t in tokens if t.text[0].isalpha() and t.tag not in ("IN", "DT", "CC", "TO")]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) * 10 >= len(words) * 8


def _title_start(  # noqa: C901 - a kind of word a branch, walking left
    tokens: tuple[Token, ...], head: int, walls: frozenset[int], lexicon: Lexicon
) -> int:
    first = position = head
    while position > max(0, head - _LONGEST_TITLE):
        position -= 1
        token = tokens[position]
        if token.tag == "POS" and position + 1 < head:
            previous = tokens[position - 1] if position else None
            if previous is None or not _inside_title(tokens, position, lexicon):
                break
            continue
        if token.text == ")":
            opening = _opening(tokens, position)
            if opening is None or tokens[position - 1].text.startswith(_PARTIES):
                break
            position = opening
            continue
        if token.text in ("-", ",", "&", "'"):
            if token.text == "," and not _serial_comma(tokens, position):
                break
            continue
        if token.text[0].isupper() or token.text[0].isdigit():
            if position in walls:
                break
            first = position
        elif token.lower not in _CONNECTORS:
            break
    return _trim(tokens, first, head, lexicon)


def _headline_verbs(tokens: tuple[Token, ...], lexicon: Lexicon) -> frozenset[int]:
    """Where verbs of headlines stand, and nouns that say the same."""
    return frozenset(
        position
        for position, token in enumerate(tokens)
        if token.lower in lexicon.predicate_nouns
        or lexicon.verb_forms.get(token.lower, (token.lower,))[0] in lexicon.headline_verbs
    )


def _inside_title(tokens: tuple[Token, ...], mark: int, lexicon: Lexicon) -> bool:
    """Whether a possessive belongs to the title ("America's Adversaries"), not to an author."""
    owner = tokens[mark - 1]
    return owner.text in lexicon.places or owner.lower in ("women", "children", "people", "world")


def _serial_comma(tokens: tuple[Token, ...], position: int) -> bool:
    """A comma in a list inside a title: "Peace, Security, and Justice Act"."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    before = tokens[position - 1]
    if following is None or not before.text[0].isupper():
        return False
    rest = tokens[position + 1 : position + 5]
    return following.lower == "and" or (
        any(t.text == "," for t in rest)
        and all(t.text[0].isupper() or t.text == "," or t.lower == "and" for t in rest[:3])
    )


def _opening(tokens: tuple[Token, ...], closing: int) -> int | None:
    for position in range(closing - 1, max(-1, closing - 5), -1):
        if tokens[position].text == "(":
            return position
    return None


def _trim(tokens: tuple[Token, ...], first: int, head: int, lexicon: Lexicon) -> int:
    """Drop what stands before the title proper: "Introducing the", "Senate Passes"."""
    for position in range(head - 1, first, -1):
        before = tokens[position - 1]
        inside = before.tag in ("IN", "CC", "TO") or before.lower in _CONNECTORS
        inside = inside and not _is_part(tokens, position - 2, lexicon)
        if tokens[position].lower == "the" and not inside:
            return position + 1
    if _opens_with_small_word(tokens, first):
        return first
    while first < head and (
        tokens[first].lower in _CONNECTORS
        or tokens[first].lower in _NAMING_PARTICIPLES
        or tokens[first].lower.rstrip(".") in lexicon.titles
        or tokens[first].tag in ("DT", "PRP", "PRPS", "IN", "VBZ", "MD", "RB")
        or not tokens[first].text[0].isalnum()
    ):
        first += 1
    return first


def _is_part(tokens: tuple[Token, ...], position: int, lexicon: Lexicon) -> bool:
    """Whether "of the X Act" hangs on a part of an act or a deed: "Section 5", "Passage"."""
    if tokens[position].text[0].isdigit():
        position -= 1
    return position >= 0 and tokens[position].lower in lexicon.noun_set("bill", "parts")


def _opens_with_small_word(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a preposition in capitals opens the title itself: "the For the People Act"."""
    return (
        first > 0
        and tokens[first].lower in _CONNECTORS - {"the", "a", "an"}
        and tokens[first].text[0].isupper()
        and tokens[first - 1].text in ("the", '"', "a", "called")
    )


def _title(tokens: tuple[Token, ...], first: int, head: int, folded: str) -> Title:
    end = head + 1
    # "Act of 2025"; "Act for fiscal 2026" is no part of the title
    if (
        end + 1 < len(tokens)
        and tokens[end].text == "of"
        and re.fullmatch(r"(?:1[789]|20)\d\d", tokens[end + 1].text)
    ):
        end += 2
    acronym = _bracketed(tokens, end) or _inner_acronym(tokens, first, head)
    return Title(first, end, folded[tokens[first].start : tokens[end - 1].end], acronym)


def _bracketed(tokens: tuple[Token, ...], end: int) -> str | None:
    """The short form in brackets after the title, or after "or": "(SISA)", "or SHIP Act"."""
    if end + 2 < len(tokens) and tokens[end].text == "(" and _ACRONYM.match(tokens[end + 1].text):
        return tokens[end + 1].text
    for position in range(end, min(end + 3, len(tokens) - 1)):
        if tokens[position].lower == "or" and _ACRONYM.match(tokens[position + 1].text):
            return tokens[position + 1].text
    return None


def _inner_acronym(tokens: tuple[Token, ...], first: int, head: int) -> str | None:
    """A short form in brackets inside the title: "Europe's Territory (NYET) Act"."""
    for position in range(first + 1, head - 1):
        if tokens[position].text == "(" and _ACRONYM.match(tokens[position + 1].text):
            return tokens[position + 1].text
    return None
