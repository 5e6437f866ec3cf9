"""Noun phrases around a head: where they begin, where they end, what stands in them."""

from collections.abc import Iterable, Mapping

from tracker.extraction.tagging import Sentence, Token

_COMPLEMENT_LIMIT = 28
_LONGEST_PHRASE = 24
TIME_NOUNS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "month",
        "week",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
    ]
)
_TIME_OPENERS = frozenset({"in", "on", "last", "this", "earlier", "late", "early"})
_PHRASE_TAGS = frozenset({"JJ", "NN", "NNP", "CD", "DT", "PRPS", "POS", "VBN", "VBG", "RB"})
_OPENING_PREPOSITIONS = frozenset(
    ["of", "on", "against", "for", "over", "at", "targeting", "between", "toward"]
)
_FAVOURS = frozenset({"support", "honor", "honour", "favor", "favour", "opposition"})
_FINITE = frozenset({"VBD", "VBZ", "MD"})
# Gerunds that are as good as nouns before a noun: "government funding measure".
_NOUN_GERUNDS = frozenset({"spending", "funding", "pricing", "housing", "banking", "lending"})
_ADVERBIAL_PRONOUNS = frozenset({"when", "where", "why", "how", "while"})
# In words, how long a time may be that parts a noun from its relative clause.
_PARTING_TIME = 4


def phrase_start(tokens: tuple[Token, ...], head: int) -> int:
    """Position of the first word of the noun phrase that ends at `head`.

    Runs left over modifiers and possessors ("President Obama's new") to the determiner.
    """
    position = head
    while position > max(0, head - _LONGEST_PHRASE):
        before = tokens[position - 1]
        if before.tag not in _PHRASE_TAGS and not _is_inner_mark(tokens, position - 1):
            break
        if before.tag == "RB" and tokens[position].tag != "JJ":
            break
        if _is_time(tokens, position - 1) or _is_fixed(tokens, position - 1):
            break
        if before.tag in ("VBN", "VBG") and not _is_modifier(tokens, position - 1):
            break
        position -= 1
        if before.tag in ("DT", "PRPS"):
            break
    return position


def _is_time(tokens: tuple[Token, ...], position: int) -> bool:
    """A noun of time that modifies the verb, not the phrase: "signed last month new rules"."""
    return tokens[position].lower in TIME_NOUNS and not (
        position + 1 < len(tokens) and tokens[position + 1].tag == "POS"
    )


def _is_fixed(tokens: tuple[Token, ...], position: int) -> bool:
    """The "law" of "signed into law"."""
    return tokens[position].lower == "law" and position > 0 and tokens[position - 1].lower == "into"


def _is_modifier(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a participle stands inside a noun phrase: "a proposed", "a huge spending bill"."""
    if not position:
        return False
    before = tokens[position - 1]
    if before.tag in ("DT", "PRPS", "JJ", "POS", "CD"):
        return True
    noun_follows = position + 1 < len(tokens) and tokens[position + 1].tag == "NN"
    return tokens[position].lower in _NOUN_GERUNDS and before.tag == "NN" and noun_follows


def _is_inner_mark(tokens: tuple[Token, ...], position: int) -> bool:
    """A quotation mark or comma between modifiers: `"sixth-and-a-half" package`."""
    token = tokens[position]
    following = tokens[position + 1].tag
    if token.text == "$":
        return following == "CD"
    if token.text == "/" and position > 0:
        return tokens[position - 1].tag == "CD" and following == "CD"
    if token.text == '"' and position > 0:
        return tokens[position - 1].tag in ("JJ", "NN", "NNP", "DT")
    between = position > 0 and position + 1 < len(tokens)
    if token.lower == "and" and between and tokens[position - 1].tag == "NNP":
        return tokens[position + 1].tag == "NNP"
    if token.text in (",", "and") and between:
        return tokens[position - 1].tag == "JJ" and tokens[position + 1].tag == "JJ"
    return token.text == "-" and between and token.start == tokens[position - 1].end


def phrase_end(tokens: tuple[Token, ...], head: int) -> int:
    """Position after the last word of what completes the phrase: "of", "to", "that" clauses.

    Stops before a comma that closes it, a finite verb of the main clause, or the sentence's end.
    """
    position = head + 1
    if not _opens_complement(tokens, position):
        return position
    relative = False
    depth = 0
    limit = min(len(tokens), head + 1 + _COMPLEMENT_LIMIT)
    while position < limit:
        token = tokens[position]
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            if not depth:
                break
            depth -= 1
        elif depth:
            pass
        elif token.tag == "WH" or token.lower == "that":
            if relative or (position > head + 1 and tokens[position - 1].text == ","):
                break
            relative = True
        elif (
            (token.tag == "." and token.text not in ("'", "-", "$", "%", '"', "&"))
            or (token.tag in _FINITE and not relative)
            or (token.tag in _FINITE and relative and _second_finite(tokens, head, position))
            or (token.tag == "CC" and _opens_clause(tokens, position))
        ):
            break
        position += 1
    return position


def _goes_on(following: tuple[Token, ...]) -> bool:
    """Whether "to" opens an infinitive, or "to the floor" before a participle."""
    floor = len(following) > 2 and following[1].lower == "floor" and following[2].tag == "VBG"
    return floor or any(t.tag == "VB" for t in following[:2])


def _opens_complement(tokens: tuple[Token, ...], position: int) -> bool:
    if _is_parting_time(tokens, position):
        return True
    token = tokens[position] if position < len(tokens) else None
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if token is None or token.lower in _ADVERBIAL_PRONOUNS or following in TIME_NOUNS:
        return False
    if token.tag == "TO":
        return _amends(tokens, position) or _goes_on(tokens[position + 1 : position + 4])
    if token.tag == "RB" and position + 1 < len(tokens):
        token = tokens[position + 1]  # "a measure already approved by the House"
        return token.tag == "VBN" and token.lemma != "be"
    if token.lower == "in":
        return following in _FAVOURS
    verbal = token.tag in ("WH", "VBG", "VBN") or (token.tag == "VBD" and token.lemma != "be")
    return verbal or token.lower in _OPENING_PREPOSITIONS


def _is_parting_time(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a time stands between a noun and its clause: "a bill in May that would"."""
    for at in range(position, min(position + _PARTING_TIME, len(tokens) - 1)):
        token = tokens[at]
        if token.lower in ("that", "which"):
            return at > position and tokens[at + 1].tag in _FINITE
        if not _is_of_time(tokens, at):
            return False
    return False


def _is_of_time(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a word is part of a time told in few words: "in February", "last year"."""
    token = tokens[position]
    if token.lower in _TIME_OPENERS or token.lower in TIME_NOUNS or token.tag == "CD":
        return True
    opened = position > 0 and tokens[position - 1].lower in _TIME_OPENERS
    return opened and token.tag == "NNP"


def _amends(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether "to" opens what is amended or accompanied: "an amendment to the X Act"."""
    words = {t.lower for t in tokens[max(0, position - 3) : position]}
    following = tokens[position + 1 : position + 3]
    return bool(words & {"amendment", "companion"}) and any(t.tag == "NNP" for t in following)


def _second_finite(tokens: tuple[Token, ...], head: int, position: int) -> bool:
    """Whether a finite verb inside the relative clause has gone before, outside one group."""
    earlier = [i for i in range(head + 1, position) if tokens[i].tag in _FINITE]
    if not earlier:
        return False
    between = tokens[earlier[-1] + 1 : position]
    return any(not (t.is_verb or t.tag in ("RB", "NEG")) for t in between)


def _opens_clause(tokens: tuple[Token, ...], position: int) -> bool:
    following = tokens[position + 1 : position + 3]
    if not following:
        return True
    return following[0].tag in _FINITE or (
        len(following) > 1
        and following[0].tag in ("PRP", "NN", "NNP")
        and following[1].tag in _FINITE
    )


def content(
    tokens: Iterable[Token], generic: frozenset[str], synonyms: Mapping[str, str] | None = None
) -> frozenset[str]:
    """Stems of the words that tell what a phrase is about.

    A word with hyphens gives its parts ("health-care", "House-passed"), and of words that
    the press uses for one another each gives the same stem ("GOP", "Republican").
    """
    same = synonyms or {}
    return frozenset(
        stem(same.get(word, word))
        for token in tokens
        if token.tag in ("NN", "NNP", "JJ", "VBN", "VBG", "VB")
        for word in ({token.lower} if token.lower in generic else token.lower.split("-"))
        if word not in generic and len(word) > 2 and not word.replace(",", "").isdigit()
    )


_STEM = 6


def stem(word: str) -> str:
    """The beginning that forms of a word share: "extradition", "extradite"."""
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return singular[:_STEM]


def char_span(sentence: Sentence, first: int, end: int) -> tuple[int, int]:
    """Character offsets of the tokens from `first` up to, not including, `end`."""
    return sentence.tokens[first].start, sentence.tokens[end - 1].end
