"""Verb groups of a sentence: auxiliaries, voice, negation, and which group governs which.

A verb group is one predicate with its auxiliaries: "has not yet been scheduled" is one group
with the lemma `schedule`, perfect, passive and negated. A group that depends on another
("is expected | to be imposed", "threatened | to veto") names it as its governor, so that
the modality of a claim can be read off the whole chain.
"""

from dataclasses import dataclass, replace

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.tagging import Sentence, Token

_HAVE_MODALS = frozenset({"have", "need"})
_MAX_INFINITIVE_GAP = 14
# Between an embedding verb and another these show that the second is no part of its clause.
_COMPLEMENT_STOPS = frozenset(
    [
        "which",
        "who",
        "and",
        "but",
        "after",
        "before",
        "because",
        "when",
        "while",
        "as",
        "since",
        "though",
        "although",
        "until",
        "where",
    ]
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """One predicate of a sentence; positions count tokens of the sentence.

    Attributes:
        first: Position of its first word.
        head: Position of the main verb.
        lemma: Base form of the main verb.
        form: How the head is used: finite, infinitive, gerund, participle or bare.
        past: Whether its tense is past, perfect included.
        modal: The modal verb as a word of the lexicon, None without one.
        negated: Whether it carries its own negation.
        passive: Whether the subject undergoes it.
        perfect: Whether it is perfect ("has passed").
        progressive: Whether it is progressive ("is preparing").
        governor: Position in the sentence's list of the group it depends on, else None.
        governor_noun: Position of a noun that governs it ("threat to veto"), else None.
        object_controlled: Whether the governor's object is its subject ("urged Congress to pass").
    """

    first: int
    head: int
    lemma: str
    form: str
    past: bool = False
    modal: str | None = None
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    governor: int | None = None
    governor_noun: int | None = None
    object_controlled: bool = False


def verb_groups(sentence: Sentence, lexicon: Lexicon) -> tuple[VerbGroup, ...]:
    """The sentence's verb groups in order, each with its governor."""
    tokens = sentence.tokens
    groups: list[VerbGroup] = []
    position = 0
    while position < len(tokens):
        group, position = _read_group(tokens, position)
        if group is not None:
            groups.append(group)
    return tuple(_governed(groups, tokens, lexicon))


def _read_group(  # noqa: C901 - a part of the group a branch
    tokens: tuple[Token, ...], start: int
) -> tuple[VerbGroup | None, int]:
    """Read one group that starts at a position; a position without one is passed over."""
    opening = tokens[start]
    if not (opening.is_verb or opening.tag == "MD" or _opens_infinitive(tokens, start)):
        return None, start + 1
    modal: str | None = None
    negated = infinitive = False
    heads: list[int] = []
    position = start
    while position < len(tokens):
        token = tokens[position]
        if token.tag == "MD":
            if heads:
                break
            modal = token.lower
        elif token.tag == "NEG":
            negated = True
        elif (token.tag == "RB" or token.lower == "first") and _continues(tokens, position):
            pass
        elif _opens_infinitive(tokens, position) and not heads:
            infinitive = True
        elif _is_have_to(tokens, position, heads):
            modal, heads = modal or "must", []
        elif token.is_verb and (not heads or _extends(tokens[heads[-1]], token)):
            heads.append(position)
        else:
            break
        position += 1
    if not heads:
        return None, max(position, start + 1)
    group = _build(tokens, start, heads, modal, infinitive)
    before = _negation_before(tokens, start)
    return replace(group, negated=negated or before), max(position, heads[-1] + 1)


def _opens_infinitive(tokens: tuple[Token, ...], position: int) -> bool:
    if tokens[position].tag != "TO":
        return False
    for token in tokens[position + 1 : position + 4]:
        if token.tag in ("RB", "NEG"):
            continue
        return token.tag == "VB" or (token.tag == "VBD" and token.lower == token.lemma)
    return False


def _continues(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether an adverb stands inside the group: more of the verb follows."""
    for token in tokens[position + 1 : position + 4]:
        if token.tag in ("RB", "NEG"):
            continue
        return token.is_verb
    return False


def _is_have_to(tokens: tuple[Token, ...], position: int, heads: list[int]) -> bool:
    return (
        tokens[position].tag == "TO"
        and bool(heads)
        and tokens[heads[-1]].lemma in _HAVE_MODALS
        and _opens_infinitive(tokens, position)
    )


def _extends(auxiliary: Token, following: Token) -> bool:
    if auxiliary.lemma == "be":
        return following.tag in ("VBN", "VBG", "VBD")
    if auxiliary.lemma == "have":
        return following.tag in ("VBN", "VBD")
    if auxiliary.lemma == "do":
        return following.tag == "VB"
    return auxiliary.lemma == "get" and following.tag == "VBN"


def _build(
    tokens: tuple[Token, ...], start: int, heads: list[int], modal: str | None, infinitive: bool
) -> VerbGroup:
    head = tokens[heads[-1]]
    lead = tokens[heads[0]]
    auxiliaries = [tokens[i].lemma for i in heads[:-1]]
    passive = bool(auxiliaries) and auxiliaries[-1] in ("be", "get") and head.tag in ("VBN", "VBD")
    perfect = "have" in auxiliaries
    if infinitive:
        form = "infinitive"
    elif modal is not None:
        form = "finite"
    elif lead.tag == "VBG":
        form = "gerund"
    elif lead.tag == "VBN" and len(heads) == 1:
        form = "participle"
    elif lead.tag == "VB" and not _has_subject(tokens, start):
        form = "bare"
    else:
        form = "finite"
    return VerbGroup(
        first=start,
        head=heads[-1],
        lemma=head.lemma,
        form=form,
        past=lead.tag == "VBD" or perfect,
        modal=modal,
        passive=passive or form == "participle",
        perfect=perfect,
        progressive=head.tag == "VBG" and bool(auxiliaries),
    )


def _has_subject(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a plain form is a present tense: a plural or pronoun stands right before it."""
    before = start - 1
    while before > 0 and tokens[before].tag in ("RB", "NEG"):
        before -= 1
    if before < 0:
        return False
    token = tokens[before]
    plural = token.tag in ("NN", "NNP") and token.lower.endswith("s")
    return plural or token.lower in ("we", "they", "i", "you", "who", "which", "that")


def _negation_before(tokens: tuple[Token, ...], start: int) -> bool:
    if start and tokens[start - 1].tag == "NEG":
        return True
    # "No vote has been scheduled", "none of them was adopted"
    return _subject_is_negative(tokens, start)


def _subject_is_negative(tokens: tuple[Token, ...], start: int) -> bool:
    for token in reversed(tokens[max(0, start - 6) : start]):
        if token.lower in ("no", "none", "neither"):
            return True
        if token.tag in (".", "WH", "TO", "CC") or token.is_verb:
            return False
    return False


def _governed(
    groups: list[VerbGroup], tokens: tuple[Token, ...], lexicon: Lexicon
) -> list[VerbGroup]:
    found: list[VerbGroup] = []
    for index, group in enumerate(groups):
        found.append(_with_governor(index, group, found, tokens, lexicon))
    return found


def _with_governor(  # noqa: PLR0911 - a kind of governor a case
    index: int,
    group: VerbGroup,
    earlier: list[VerbGroup],
    tokens: tuple[Token, ...],
    lexicon: Lexicon,
) -> VerbGroup:
    previous = earlier[-1] if earlier else None
    coordinated = _coordinated_with(group, earlier, tokens)
    if coordinated is not None:
        twin = earlier[coordinated]
        return replace(
            group,
            governor=twin.governor,
            governor_noun=twin.governor_noun,
            modal=group.modal or (twin.modal if group.form == "bare" else None),
            object_controlled=twin.object_controlled,
        )
    if group.form == "infinitive":
        noun = _control_noun(group.first, previous, tokens, lexicon)
        if noun is not None:
            return replace(group, governor_noun=noun, governor=_index_before(noun, earlier))
        if previous is not None and group.first - previous.head <= _MAX_INFINITIVE_GAP:
            gap = group.first - previous.head > 1
            return replace(group, governor=index - 1, object_controlled=gap)
        return group
    if group.form in ("gerund", "bare"):
        noun = _control_noun(group.first, previous, tokens, lexicon)
        if noun is not None:
            return replace(group, governor_noun=noun, governor=_index_before(noun, earlier))
        if previous is not None and _close(previous, group, tokens):
            between = tokens[previous.head + 1 : group.first]
            own = any(t.tag in ("NN", "NNP", "PRP") for t in between)
            return replace(group, governor=index - 1, object_controlled=own)
        return group
    if previous is not None and _complement(previous, group, tokens, lexicon):
        return replace(group, governor=index - 1, object_controlled=True)
    return group


def _coordinated_with(
    group: VerbGroup, earlier: list[VerbGroup], tokens: tuple[Token, ...]
) -> int | None:
    """The earlier group of the same form that "and" or "or" joins this one to."""
    if not group.first or not earlier:
        return None
    before = group.first - 1
    while before > 0 and tokens[before].tag == "RB":
        before -= 1
    if tokens[before].lower not in ("and", "or", "then"):
        return None
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 4), -1):
        if earlier[index].form == group.form and earlier[index].past == group.past:
            return index
        if group.form == "bare" and (earlier[index].form == "infinitive" or earlier[index].modal):
            return index
    return None


def _index_before(position: int, groups: list[VerbGroup]) -> int | None:
    """The last group before a position, close enough to govern a noun there."""
    for index in range(len(groups) - 1, -1, -1):
        if groups[index].head < position:
            return index if position - groups[index].head <= 6 else None
    return None


def _control_noun(
    first: int, previous: VerbGroup | None, tokens: tuple[Token, ...], lexicon: Lexicon
) -> int | None:
    """A noun just before that takes the verb as its complement: "threat to veto"."""
    floor = previous.head if previous is not None else -1
    for position in range(first - 1, max(floor, first - 5), -1):
        token = tokens[position]
        if token.tag in (".", "WH", "CC"):
            return None
        if token.lower in lexicon.control_nouns or token.lower in lexicon.control_adjectives:
            return position
    return None


def _close(previous: VerbGroup, group: VerbGroup, tokens: tuple[Token, ...]) -> bool:
    between = tokens[previous.head + 1 : group.first]
    return len(between) <= 7 and not any(t.text in ",;:" or t.tag in ("WH", "CC") for t in between)


def _complement(
    previous: VerbGroup, group: VerbGroup, tokens: tuple[Token, ...], lexicon: Lexicon
) -> bool:
    """Whether a finite group is the clause that an embedding verb takes: "expects it will"."""
    if previous.lemma not in lexicon.embedding_verbs:
        return False
    between = tokens[previous.head + 1 : group.first]
    stops = [t for t in between if t.text in ";:" or t.lower in _COMPLEMENT_STOPS]
    return len(between) <= 25 and not stops
