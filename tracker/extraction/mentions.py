"""Phrases that may name a bill or a sanctions package, with what their words tell of it."""

import re
from dataclasses import dataclass, replace

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.numbers import ordinal
from tracker.extraction.phrases import char_span, content, phrase_end, phrase_start
from tracker.extraction.places import PlaceMention
from tracker.extraction.tagging import Sentence, Token
from tracker.extraction.titles import BillNumber, Title, find_titles

_UN_RESOLUTION = re.compile(r"(?:Resolutions? |UNSCR? ?)(\d{3,4})")


@dataclass(frozen=True, slots=True)
class MeasureMention:
    """A phrase that may name a measure.

    Attributes:
        kind: `bill` or `package`.
        sentence: Number of its sentence.
        first: Position of its first word in the sentence.
        head: Position of its head noun.
        end: Position after its last word, complement included.
        core_end: Position after the noun phrase proper.
        start_char: Offset of the first character.
        end_char: Offset after the last character.
        anaphor: Whether it only points back ("the measure"), naming nothing itself.
        definite: `definite`, `indefinite` or `bare`, by its determiner.
        other: Whether a word sets it apart from one told of before ("another", "companion").
        plural: Whether its head is plural.
        words: What it is about: content words, lower case, singular.
        number: A bill's number in normal form.
        title: A bill's official title as written.
        acronym: Short form of the title.
        form: A package's form, as far as the phrase tells.
        ordinal: A package's number.
        makers: Codes of places that its words name as its maker.
        targets: Codes of places that its words name as its target.
        owners: Last names of people it is named after or said to belong to.
        fresh: Whether it is called new, additional or next.
        standing: Whether it is called existing or earlier.
        act: Whether it is an act told by a verb, whose phrase it is.
        introduced: Whether its clause tells of its introduction.
        told: Whether a predicate is said of it.
        plain: Whether only a complement describes it, its noun phrase being "the bill" alone.
        head_word: Its head noun in lower case, singular.
        inside: Whether it stands inside another mention's phrase.
    """

    kind: str
    sentence: int
    first: int
    head: int
    end: int
    core_end: int
    start_char: int
    end_char: int
    anaphor: bool = False
    definite: str = "bare"
    other: bool = False
    plural: bool = False
    words: frozenset[str] = frozenset()
    number: str | None = None
    title: str | None = None
    acronym: str | None = None
    form: str | None = None
    ordinal: int | None = None
    makers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    fresh: bool = False
    standing: bool = False
    act: bool = False
    introduced: bool = False
    told: bool = False
    plain: bool = False
    head_word: str = ""
    inside: bool = False


def find_mentions(
    sentence: Sentence,
    folded: str,
    numbers: tuple[BillNumber, ...],
    places: tuple[PlaceMention, ...],
    lexicon: Lexicon,
) -> tuple[MeasureMention, ...]:
    """Every candidate of the sentence in order; one inside another is marked `inside`."""
    found: list[MeasureMention] = []
    taken: set[int] = set()
    for title in find_titles(sentence, folded, lexicon):
        mention = _from_title(sentence, title, places, lexicon)
        found.append(mention)
        taken.update(range(title.first, title.end))
    for number in numbers:
        position = _token_at(sentence, number.start)
        if position is not None and position not in taken:
            found.append(_from_number(sentence, number, position))
            taken.update(range(position, found[-1].core_end))
    for position, token in enumerate(sentence.tokens):
        if position in taken:
            continue
        mention_or_none = _from_head(sentence, position, token, places, lexicon)
        if mention_or_none is not None:
            found.append(mention_or_none)
    found.sort(key=lambda m: (m.start_char, -m.end_char))
    return tuple(_mark_inside(found[:_MOST_MENTIONS], sentence.tokens))


def head_word(mention: MeasureMention, tokens: tuple[Token, ...]) -> str:
    """Its head noun in lower case, singular; for a title the noun that ends it."""
    words = [t.lower for t in tokens[mention.first : mention.head + 1]]
    if mention.title is not None:
        return next((w for w in reversed(words) if w.isalpha() and w != "of"), "act")
    if mention.number is not None:
        return "resolution" if "res" in mention.number else "bill"
    word = tokens[mention.head].lower
    return word[:-1] if mention.plural and word.endswith("s") else word


def _mark_inside(found: list[MeasureMention], tokens: tuple[Token, ...]) -> list[MeasureMention]:
    marked: list[MeasureMention] = []
    for mention in found:
        outer = any(
            m is not mention
            and m.first <= mention.first
            and mention.head < m.end
            and m.head < mention.head
            for m in marked
        )
        marked.append(replace(mention, inside=outer, head_word=head_word(mention, tokens)))
    return marked


def _token_at(sentence: Sentence, offset: int) -> int | None:
    for position, token in enumerate(sentence.tokens):
        if token.start <= offset < token.end:
            return position
    return None


def _from_title(
    sentence: Sentence, title: Title, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> MeasureMention:
    tokens = sentence.tokens
    start, end = char_span(sentence, title.first, title.end)
    generic = lexicon.noun_set("generic", "words")
    words = content(tokens[title.first : title.end - 1], generic, lexicon.nouns["synonyms"])
    targets = tuple(dict.fromkeys(p.code for p in places if start <= p.start < end))
    return MeasureMention(
        kind="bill",
        sentence=sentence.index,
        first=title.first,
        head=title.end - 1,
        end=title.end,
        core_end=title.end,
        start_char=start,
        end_char=end,
        definite="definite",
        words=words,
        title=title.text,
        acronym=title.acronym,
        targets=targets,
        owners=(
            *_owners(tokens, title.first),
            *_possessors(tokens[title.first : title.end], lexicon),
        ),
    )


def _from_number(sentence: Sentence, number: BillNumber, position: int) -> MeasureMention:
    end = position
    while end < len(sentence.tokens) and sentence.tokens[end].start < number.end:
        end += 1
    return MeasureMention(
        kind="bill",
        sentence=sentence.index,
        first=position,
        head=end - 1,
        end=end,
        core_end=end,
        start_char=number.start,
        end_char=number.end,
        definite="definite",
        number=number.number,
    )


def _owners(tokens: tuple[Token, ...], first: int) -> tuple[str, ...]:
    """Last name of the possessor before a phrase: "Sen. Cruz's bill"."""
    if first >= 2 and tokens[first - 1].tag == "POS" and tokens[first - 2].tag == "NNP":
        return (tokens[first - 2].text,)
    return ()


def _from_head(  # noqa: C901, PLR0911 - a kind of head a line, in order of trust
    sentence: Sentence,
    position: int,
    token: Token,
    places: tuple[PlaceMention, ...],
    lexicon: Lexicon,
) -> MeasureMention | None:
    if token.tag not in ("NN", "NNP", "VB", "VBZ", "CD", "JJ"):
        return None
    word = token.lower
    tokens = sentence.tokens
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if word in lexicon.package_containers and _is_of_bills(tokens, position):
        return _bill(sentence, position, places, lexicon)
    if word in lexicon.package_containers or word in lexicon.package_heads:
        if token.is_verb and not sentence.headline:
            return None
        if following is not None and _takes_head(following, lexicon):
            return None  # "sanctions package", "sanctions bill": the later noun is the head
        return _package(sentence, position, places, lexicon)
    if word in ("resolution", "resolutions", "unsc", "unscr") and _is_sanctioning_resolution(
        sentence, position, places, lexicon
    ):
        return _resolution(sentence, position, places, lexicon)
    if word in lexicon.bill_heads and token.tag in ("NN", "NNP"):
        if token.text == "Bill" and following is not None and following.tag == "NNP":
            return None  # Bill Frist
        if (
            following is not None
            and following.lower in lexicon.bill_heads
            and following.tag in ("NN", "NNP")
        ):
            return None
        return _bill(sentence, position, places, lexicon)
    if word in ("order", "orders") and position and tokens[position - 1].lower == "executive":
        return _order(sentence, position, places, lexicon)
    if token.text in lexicon.act_acronyms:
        return _acronym(sentence, position, lexicon)
    if ordinal(word) is not None and token.tag == "JJ":
        return _bare_ordinal(sentence, position)
    return None


def _takes_head(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun after "sanctions" is the phrase's head; "measures" only repeats it."""
    return token.tag in ("NN", "NNP") and _is_head(token, lexicon) and token.lower[:7] != "measure"


def _is_head(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.lower in lexicon.bill_heads
        or token.lower in lexicon.package_containers
        or token.lower in lexicon.package_heads
    )


def _is_sanctioning_resolution(
    sentence: Sentence, position: int, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> bool:
    """Whether a resolution is the Security Council's and its sentence speaks of sanctions.

    No legislature but the Council may stand in the sentence, unless the phrase itself names it.
    """
    tokens = sentence.tokens
    first = phrase_start(tokens, position)
    councils = [p for p in places if p.code == "UN"]
    inner = any(tokens[first].start <= p.start < tokens[position].end for p in councils)
    alone = not any(p.body is not None and p.code != "UN" for p in places)
    council = inner or (bool(councils) and alone)
    return council and any(t.lower in lexicon.sanction_words for t in tokens)


def _resolution(
    sentence: Sentence, position: int, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> MeasureMention:
    """A resolution of the Security Council that imposes sanctions: a package of the UN's."""
    tokens = sentence.tokens
    first, end = phrase_start(tokens, position), phrase_end(tokens, position)
    made = _make_package(
        sentence, first, position, end, places, lexicon, anaphor=False, number=None, named=False
    )
    targets = tuple(p.code for p in places if tokens[position].end <= p.start and p.code != "UN")
    return replace(made, makers=("UN",), targets=tuple(dict.fromkeys(targets))[:1])


def _order(
    sentence: Sentence, position: int, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> MeasureMention:
    """An executive order: a package where its words or its sentence speak of sanctions."""
    tokens = sentence.tokens
    if any(t.lower in lexicon.sanction_words or t.lemma == "sanction" for t in tokens):
        first, end = phrase_start(tokens, position), phrase_end(tokens, position)
        return _make_package(
            sentence, first, position, end, places, lexicon, anaphor=False, number=None, named=False
        )
    bill = _bill(sentence, position, places, lexicon)
    assert bill is not None  # "order" is no weak noun
    return bill


def _acronym(sentence: Sentence, position: int, lexicon: Lexicon) -> MeasureMention:
    token = sentence.tokens[position]
    end = position + 1
    return MeasureMention(
        kind="bill",
        sentence=sentence.index,
        first=position,
        head=position,
        end=end,
        core_end=end,
        start_char=token.start,
        end_char=token.end,
        definite="definite",
        title=lexicon.act_acronyms[token.text],
        acronym=token.text,
    )


def _bare_ordinal(sentence: Sentence, position: int) -> MeasureMention | None:
    """An ordinal with no noun after it: "the eighteenth", "its 17th"."""
    tokens = sentence.tokens
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    before = tokens[position - 1] if position else None
    if following is not None and following.tag in ("NN", "NNP", "JJ", "CD"):
        return None
    if before is None or before.lower not in ("the", "its", "their"):
        return None
    start, end = char_span(sentence, position - 1, position + 1)
    return MeasureMention(
        kind="package",
        sentence=sentence.index,
        first=position - 1,
        head=position,
        end=position + 1,
        core_end=position + 1,
        start_char=start,
        end_char=end,
        anaphor=True,
        definite="definite",
        form="numbered",
        ordinal=ordinal(tokens[position].lower),
    )


_ISSUER_REACH = 12
# No sentence of prose names more measures; one that seems to is a list or an attack.
_MOST_MENTIONS = 30


def _package(
    sentence: Sentence, position: int, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> MeasureMention | None:
    tokens = sentence.tokens
    if any(
        t.lower in lexicon.no_issuers for t in tokens[max(0, position - _ISSUER_REACH) : position]
    ):
        return None
    word = tokens[position].lower
    first = phrase_start(tokens, position)
    end = phrase_end(tokens, position)
    core = tokens[first : position + 1]
    inner = {t.lower for t in core}
    container = word in lexicon.package_containers
    number = next((n for t in core if (n := ordinal(t.lower)) is not None), None)
    complement = tokens[position + 1 : end]
    of_sanctions = container and _is_of_sanctions(tokens, position, lexicon)
    sanction_noun = bool(inner & lexicon.sanction_words)
    if container and not (of_sanctions or sanction_noun):
        if word not in ("package", "packages", "round") or _foreign(core, complement, lexicon):
            return None
        bare_number = number is not None and word in ("package", "round")
        if not bare_number and not _is_definite(core):
            return None
        return _make_package(
            sentence,
            first,
            position,
            end,
            places,
            lexicon,
            anaphor=not bare_number,
            number=number,
            named=bare_number,
        )
    # "penalties", "restrictions", "countermeasures" need something that makes them sanctions
    weak = not container and word not in lexicon.strong_sanctions
    if weak and not _is_sanctioning(core, complement, lexicon):
        return None
    named = container and word != "host"
    return _make_package(
        sentence,
        first,
        position,
        end,
        places,
        lexicon,
        anaphor=False,
        number=number if container else None,
        named=named,
    )


def _is_definite(core: tuple[Token, ...]) -> bool:
    return bool(core) and core[0].lower in ("the", "this", "that")


def _is_of_sanctions(tokens: tuple[Token, ...], position: int, lexicon: Lexicon) -> bool:
    """Whether "of sanctions" or "of restrictive measures" follows a container."""
    if position + 1 >= len(tokens) or tokens[position + 1].lower != "of":
        return False
    for token in tokens[position + 2 : position + 9]:
        if token.lower in lexicon.sanction_words:
            return True
        if token.tag in (".", "TO", "MD") and token.text not in ('"', ",", "'"):
            return False
    words = [t.lower for t in tokens[position + 2 : position + 6]]
    return "restrictive" in words


def _is_of_bills(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a container holds bills: "a package of bills on sanctions"."""
    following = tokens[position + 1 : position + 4]
    return (
        len(following) > 1
        and following[0].lower == "of"
        and any(
            t.lower in ("bills", "legislation", "resolutions", "amendments") for t in following[1:]
        )
    )


def _foreign(core: tuple[Token, ...], complement: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a package is one of something else: aid, a budget, a stimulus."""
    words = {t.lower for t in core} | {t.lower for t in complement[:4]}
    return bool(words & lexicon.not_sanctions)


def _is_sanctioning(
    core: tuple[Token, ...], complement: tuple[Token, ...], lexicon: Lexicon
) -> bool:
    words = {t.lower for t in core[:-1]}
    if {*words, *(t.lower for t in complement[:4])} & lexicon.noun_set("sanction", "domestic"):
        return False
    if words & lexicon.sanction_words:
        return True
    lowers = [t.lower for t in complement[:12]]
    against = "against" in lowers[:2] or "on" in lowers[:1]
    bans = core[-1].lower in lexicon.ban_words
    if bans and (words | set(lowers)) & lexicon.banned_words:
        return True
    return bool(words & lexicon.sanction_modifiers) and against


def _make_package(
    sentence: Sentence,
    first: int,
    head: int,
    end: int,
    places: tuple[PlaceMention, ...],
    lexicon: Lexicon,
    *,
    anaphor: bool,
    number: int | None,
    named: bool,
) -> MeasureMention:
    tokens = sentence.tokens
    start, stop = char_span(sentence, first, end)
    core = tokens[first : head + 1]
    lowers = {t.lower for t in core}
    makers, targets = _package_places(sentence, first, head, end, places)
    inner = (*tokens[first:head], *tokens[head + 1 : end])
    words = content(inner, lexicon.noun_set("generic", "words"))
    bare = not words - {"sancti"} and _definiteness(core) == "definite"
    form = "numbered" if number is not None else "named" if named else "action"
    return MeasureMention(
        kind="package",
        sentence=sentence.index,
        first=first,
        head=head,
        end=end,
        core_end=head + 1,
        start_char=start,
        end_char=stop,
        anaphor=anaphor or (bare and not targets and number is None),
        definite=_definiteness(core),
        other=bool(lowers & lexicon.noun_set("modifiers", "others")),
        plural=tokens[head].lower.endswith("s"),
        words=words,
        form=form,
        ordinal=number,
        makers=makers,
        targets=targets,
        fresh=bool(lowers & lexicon.noun_set("package", "fresh")),
        standing=bool(lowers & lexicon.noun_set("package", "standing")),
    )


def _definiteness(core: tuple[Token, ...]) -> str:
    opening = core[0]
    if opening.lower in ("the", "this", "that", "these", "those", "such") or opening.tag == "PRPS":
        return "definite"
    if any(t.tag == "POS" for t in core):
        return "definite"
    if opening.tag in ("DT", "CD"):
        return "indefinite"
    return "bare"


def _package_places(
    sentence: Sentence, first: int, head: int, end: int, places: tuple[PlaceMention, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who makes and who is hit, as far as the phrase itself says.

    Before the head a place that makes sanctions is their maker ("EU sanctions") and another
    their target ("Russia sanctions"); after "on", "against" it is the target, after "by" or
    "from" the maker.
    """
    tokens = sentence.tokens
    makers: list[str] = []
    targets: list[str] = []
    for place in places:
        if tokens[first].start <= place.start < tokens[head].end:
            (makers if place.code in _USUAL_MAKERS else targets).append(place.code)
        elif tokens[head].end <= place.start < tokens[end - 1].end:
            role = _role_after(tokens, head, place)
            if role == "maker":
                makers.append(place.code)
            elif role == "target":
                targets.append(place.code)
    return tuple(dict.fromkeys(makers)), tuple(dict.fromkeys(targets))


_USUAL_MAKERS = frozenset({"US", "EU", "UN", "G7", "GB", "CA", "AU", "JP", "NZ", "CH", "FR", "DE"})
_TARGET_PREPOSITIONS = frozenset(
    {"on", "against", "at", "targeting", "hitting", "vs", "versus", "upon"}
)
_MAKER_PREPOSITIONS = frozenset({"by", "from", "of", "under"})


def _role_after(tokens: tuple[Token, ...], head: int, place: PlaceMention) -> str | None:
    """Role of a place after the head, by the nearest word between that decides it."""
    for token in reversed([t for t in tokens[head + 1 :] if t.start < place.start]):
        if token.lower in _TARGET_PREPOSITIONS:
            return "target"
        if token.lower in _MAKER_PREPOSITIONS and token.lower != "of":
            return "maker"
        if token.lower in ("over", "after", "for", "unless", "if", "during", "in", "with"):
            return None
    return None


def _bill(
    sentence: Sentence, position: int, places: tuple[PlaceMention, ...], lexicon: Lexicon
) -> MeasureMention | None:
    tokens = sentence.tokens
    word = tokens[position].lower
    first = phrase_start(tokens, position)
    end = phrase_end(tokens, position)
    core = tokens[first : position + 1]
    lowers = {t.lower for t in core}
    generic = lexicon.noun_set("generic", "words")
    telling = generic - {"sanctions", "sanction"}
    own = content(core[:-1], telling) - lexicon.titles
    words = content(
        tokens[first:end], telling | _vague(lexicon) | lexicon.titles, lexicon.nouns["synonyms"]
    )
    complement = end > position + 1
    definite = _definiteness(core)
    if core[0].lower in ("any", "no", "such", "every", "each"):
        return None
    if _is_no_measure(tokens, position, core, lexicon):
        return None
    if word in lexicon.noun_set("bill", "weak") and word not in lexicon.noun_set(
        "bill", "anaphors"
    ):
        return None
    if word in lexicon.noun_set("bill", "weak") and not _is_legislative(core, lexicon):
        anaphoric = (
            not _is_described(tokens, position, end)
            and definite == "definite"
            and not own
            and word in ("measure", "law", "proposal", "statute", "provision")
        )
        if anaphoric:
            complement = False
            end = position + 1
            words = frozenset()
        elif not (
            _is_described(tokens, position, end) or _is_legislated(tokens, first)
        ) or word in (
            "provision",
            "provisions",
            "deal",
            "accord",
            "agreement",
            "plan",
            "budget",
            "clause",
        ):
            return None
    start, stop = char_span(sentence, first, end)
    other = bool(lowers & lexicon.noun_set("modifiers", "others"))
    targets = tuple(
        dict.fromkeys(
            p.code for p in places if start <= p.start < stop and p.code != "US" and p.body is None
        )
    )
    return MeasureMention(
        kind="bill",
        sentence=sentence.index,
        first=first,
        head=position,
        end=end,
        core_end=position + 1,
        start_char=start,
        end_char=stop,
        anaphor=definite == "definite" and not own and not (complement and words) and not other,
        definite=definite,
        other=other,
        plural=word.endswith("s") and word != "sanctions",
        plain=definite == "definite" and not own and not other,
        words=words,
        targets=targets,
        owners=_possessors(core, lexicon),
    )


def _is_no_measure(
    tokens: tuple[Token, ...], head: int, core: tuple[Token, ...], lexicon: Lexicon
) -> bool:
    """Whether a head noun means something else: "an act of war", "the Second Amendment"."""
    before = core[-2].lower if len(core) > 1 else ""
    word = tokens[head].lower
    if word in ("amendment", "amendments") and tokens[head].text[0].isupper():
        return ordinal(before) is not None
    if word == "act" and head + 2 < len(tokens) and tokens[head + 1].lower == "of":
        return tokens[head + 2].lower in lexicon.noun_set("bill", "deeds")
    return f"{before} {word}" in lexicon.nouns["bill"]["foreign"]


def _vague(lexicon: Lexicon) -> frozenset[str]:
    """Words of praise and blame, of size and of haste, which tell no bill from another."""
    return lexicon.noun_set("generic", "vague")


def _collectives(lexicon: Lexicon) -> frozenset[str]:
    """Parties and chambers, which own a bill without being its author: "the GOP's bill"."""
    return lexicon.noun_set("bill", "collectives")


def _is_described(tokens: tuple[Token, ...], head: int, end: int) -> bool:
    """Whether what follows makes a weak noun a bill: "a measure that would"."""
    following = tokens[head + 1 : min(end, head + 8)]
    if not following:
        return _is_legislated_after(tokens, head)
    lowers = [t.lower for t in following]
    if lowers[0] in ("that", "which") and len(lowers) > 1:
        return lowers[1] in (
            "would",
            "will",
            "could",
            "imposes",
            "bans",
            "requires",
            "allows",
            "gives",
            "authorizes",
            "makes",
            "bars",
        )
    return lowers[0] in (
        "requiring",
        "imposing",
        "authorizing",
        "banning",
        "calling",
        "mandating",
        "allowing",
        "barring",
    ) or _is_legislated_after(tokens, head)


_LEGISLATURES = frozenset(["house", "senate", "congress", "lawmakers", "parliament", "legislature"])
_LEGISLATED = frozenset(["approved", "passed", "adopted", "backed", "enacted"])
# In words, how far a reduced relative clause may stand from its noun: "a law Congress passed".
_RELATIVE_REACH = 8


def _is_legislated_after(tokens: tuple[Token, ...], head: int) -> bool:
    """Whether a legislature acts on a noun right after it: "a measure approved by the House"."""
    following: list[str] = []
    for token in tokens[head + 1 : head + 1 + _RELATIVE_REACH]:
        if token.tag == "." or token.lower in ("and", "but", "after", "as", "when"):
            break
        following.append(token.lower)
    return bool(_LEGISLATURES.intersection(following) and _LEGISLATED.intersection(following))


_LEGISLATING = frozenset(
    [
        "pass",
        "approve",
        "adopt",
        "sign",
        "introduce",
        "enact",
        "propose",
        "draft",
        "unveil",
        "repeal",
    ]
)


def _is_legislated(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a verb of legislating stands right before: "passes law on sanctions"."""
    return any(t.is_verb and t.lemma in _LEGISLATING for t in tokens[max(0, first - 2) : first])


def _is_legislative(core: tuple[Token, ...], lexicon: Lexicon) -> bool:
    lowers = {t.lower for t in core}
    return bool(lowers & lexicon.legislative_words)


def _possessors(core: tuple[Token, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Last names in a possessive or a hyphenated nickname: "Cruz's", "Graham-Blumenthal"."""
    found: list[str] = []
    for position, token in enumerate(core):
        if token.tag == "POS" and position and core[position - 1].tag == "NNP":
            owner = core[position - 1].text
            if owner not in lexicon.places and owner.lower() not in _collectives(lexicon):
                found.append(owner)
        elif token.tag in ("NNP", "NN") and "-" in token.text:
            parts = token.text.split("-")
            if all(part[:1].isupper() and part[1:2].islower() for part in parts):
                found.extend(parts)
    return tuple(found)
