"""Word classes: Penn-like tags from closed lists, verb forms, suffixes and neighbours.

Tags: DT determiner, PRP pronoun, PRPS possessive pronoun, POS possessive mark, MD modal,
TO, IN preposition or subordinator, CC, WH relative or question word, CD number, JJ adjective,
NN noun, NNP name, VB VBZ VBG VBD VBN verb forms, RB adverb, NEG, `.` any mark.
"""

from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.tokens import RawSentence, Word

_ADJECTIVE_ENDINGS = ("ous", "ful", "ic", "ive", "able", "less")
_NOMINAL_LEFT = frozenset({"DT", "PRPS", "JJ", "POS", "IN", "CD", "CC"})
_PAST_TAGS = frozenset({"VBD", "VBN"})
_VERBAL_LEFT = frozenset({"TO", "MD", "PRP", "NEG", "WH"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its tag and, for verbs, its base form (else its lower case form)."""

    text: str
    lower: str
    start: int
    end: int
    tag: str
    lemma: str

    @property
    def is_verb(self) -> bool:
        """Whether it is any form of a verb."""
        return self.tag.startswith("VB")

    @property
    def is_nominal(self) -> bool:
        """Whether it can stand inside a noun phrase before or as its head."""
        return self.tag in ("NN", "NNP", "JJ", "CD")


# What a Roman one follows: "Title I".
_NUMBERED = frozenset({"title", "part", "chapter", "phase", "article", "world", "war", "section"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged sentence, its number in the article and that of its paragraph, from 0."""

    index: int
    paragraph: int
    tokens: tuple[Token, ...]
    headline: bool

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end


def tag(raw: list[RawSentence], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """Tag every sentence; those in title case are read as if written in lower case."""
    tagged = []
    for index, sentence in enumerate(raw):
        headline = index == 0 or _is_title_case(sentence, lexicon)
        tokens = _tag_sentence(sentence.words, _is_title_case(sentence, lexicon), lexicon)
        tagged.append(Sentence(index, sentence.paragraph, tokens, headline))
    return tuple(tagged)


def _is_title_case(sentence: RawSentence, lexicon: Lexicon) -> bool:
    words = [w for w in sentence.words if w.text[0].isalpha() and w.lower not in lexicon.closed]
    capital = sum(1 for w in words if w.text[0].isupper())
    if sentence.words[-1].text == "." and _has_plain_verb(words, lexicon):
        # Names before a verb: "Sens. A (D-NJ), B (D-NY) and C (R-AK) introduced an act."
        return False
    return len(words) >= 4 and capital * 10 >= len(words) * 8


def _has_plain_verb(words: list[Word], lexicon: Lexicon) -> bool:
    return any(w.text[0].islower() and w.lower in lexicon.verb_forms for w in words)


def _tag_sentence(words: tuple[Word, ...], title_case: bool, lexicon: Lexicon) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        tag, lemma = _tag_word(word, following, tokens, title_case, lexicon)
        tokens.append(Token(word.text, word.lower, word.start, word.end, tag, lemma))
    return tuple(tokens)


def _tag_word(  # noqa: C901, PLR0911, PLR0912 - a sign a line, in order of trust
    word: Word, following: Word | None, before: list[Token], title_case: bool, lexicon: Lexicon
) -> tuple[str, str]:
    lower = word.lower
    first = word.text[0]
    if not (first.isalnum() or first == "'"):
        return ".", lower
    if first.isdigit():
        return ("JJ" if lower[-2:] in ("st", "nd", "rd", "th") else "CD"), lower
    if lower == "'s":
        return _possessive_or_is(before, following), "be"
    if lower == "to":
        return "TO", lower
    if lower == "that" and before:
        if before[-1].tag in ("NN", "NNP"):
            return "WH", lower
        if before[-1].is_verb and before[-1].lemma in lexicon.embedding_verbs:
            return "IN", lower
    if word.text in ("US", "WHO") and not title_case:
        return "NNP", lower
    if word.text == "I" and not (before and before[-1].lower in _NUMBERED):
        return "PRP", lower
    closed = lexicon.closed.get(lower)
    if closed == "JJ" and _is_past_of_clause(lower, following, before, lexicon):
        return "VBD", lexicon.verb_forms[lower][0]
    if closed is not None and not _is_name(word, before, title_case, lexicon):
        return closed, lower
    if lower in lexicon.verb_forms and not _is_name(word, before, title_case, lexicon):
        return _tag_verb_form(word, following, before, title_case, lexicon)
    if lower.endswith("ly") and first.islower():
        return "RB", lower
    if _is_unknown_past(lower) and first.islower():
        return _past_or_participle(_PAST_TAGS, before, following, lexicon), lower[:-2]
    adjectival = lower.endswith(_ADJECTIVE_ENDINGS) or lower in lexicon.adjectives
    if adjectival and not _is_name(word, before, title_case, lexicon):
        return "JJ", lower
    if first.isupper() and (before or not title_case) and not title_case:
        return "NNP", lower
    if first.isupper() and title_case and lower in lexicon.known_names:
        return "NNP", lower
    return "NN", lower


def _is_past_of_clause(
    lower: str, following: Word | None, before: list[Token], lexicon: Lexicon
) -> bool:
    """Whether an adjective is the verb it comes from: "Britain targeted six banks"."""
    past = "VBD" in lexicon.verb_forms.get(lower, ("", frozenset()))[1]
    subject = bool(before) and before[-1].tag in ("NNP", "PRP", "WH")
    if not (past and subject) or following is None:
        return False
    counts = lexicon.closed.get(following.lower) in ("DT", "PRPS", "PRP", "CD")
    return counts or following.text[0].isdigit()


def _is_unknown_past(lower: str) -> bool:
    """Whether a word that no list has looks like a past form: "partnered", not "indeed"."""
    return (
        len(lower) > 4
        and lower.endswith("ed")
        and lower[:-2] != "hundr"
        and not lower.endswith("eed")
    )


def _is_name(word: Word, before: list[Token], title_case: bool, lexicon: Lexicon) -> bool:
    """Whether a capital marks a name: not at a sentence's start or in a title-case headline."""
    if not word.text[0].isupper() or title_case:
        return False
    opens = all(token.tag == "." for token in before)
    if opens:
        return False
    return before[-1].text not in (":", '"') or word.lower not in lexicon.verb_forms


def _possessive_or_is(before: list[Token], following: Word | None) -> str:
    if before and (before[-1].tag in ("PRP", "WH") or before[-1].lower in ("there", "that", "it")):
        return "VBZ"
    if following is not None and following.lower in ("not", "a", "the", "being"):
        return "VBZ"
    return "POS"


def _tag_verb_form(
    word: Word, following: Word | None, before: list[Token], title_case: bool, lexicon: Lexicon
) -> tuple[str, str]:
    lemma, tags = lexicon.verb_forms[word.lower]
    previous = _last_content(before)
    left = previous.tag if previous else ""
    if tags & {"VBD", "VBN"} and "VB" not in tags:
        return _past_or_participle(tags, before, following, lexicon), lemma
    if tags == {"VBG"}:
        return ("NN" if left in ("DT", "JJ", "PRPS", "POS") else "VBG"), lemma
    if "VBZ" in tags:
        return _third_person_or_plural(lemma, previous, following, lexicon), lemma
    return _base_or_noun(lemma, tags, previous, following, title_case, lexicon), lemma


def _last_content(before: list[Token]) -> Token | None:
    for token in reversed(before):
        if token.tag != "RB":
            return token
    return None


def _past_or_participle(
    tags: frozenset[str], before: list[Token], following: Word | None, lexicon: Lexicon
) -> str:
    if tags == {"VBD"}:
        return "VBD"
    for token in reversed(before):
        if token.tag in ("RB", "NEG"):
            continue
        if token.is_verb and token.lemma in ("be", "have", "get"):
            return "VBN"
        break
    left = before[-1].tag if before else ""
    adjectival = left in ("DT", "PRPS", "JJ", "POS", "CD", "IN")
    if adjectival and following is not None and following.lower not in lexicon.closed:
        return "JJ"
    if adjectival or tags == {"VBN"}:
        return "VBN"
    if following is not None and following.lower == "by":
        return "VBN"
    return "VBD"


# "The bill heads to the floor", "the act needs to be approved".
_ONWARD = frozenset({"to", "into", "back", "off", "out"})


def _third_person_or_plural(
    lemma: str, previous: Token | None, following: Word | None, lexicon: Lexicon
) -> str:
    if lemma not in lexicon.noun_verbs:
        return "VBZ"
    if previous is None or previous.tag in _NOMINAL_LEFT or previous.is_verb:
        return "NN"
    if previous.tag in ("PRP", "WH"):
        return "VBZ"
    if previous.tag == "TO":
        return "NN"
    if previous.lower in lexicon.bill_heads and following and following.lower in _ONWARD:
        return "VBZ"
    return "VBZ" if _opens_object(following, lexicon) else "NN"


def _opens_object(following: Word | None, lexicon: Lexicon) -> bool:
    """Whether a word can begin the object of a verb, so that the word before it may be one."""
    if following is None or not following.text[0].isalnum():
        return False
    if following.lower in lexicon.bill_heads or following.lower in lexicon.package_containers:
        return False
    closed = lexicon.closed.get(following.lower)
    if closed is not None:
        return closed in ("DT", "PRPS", "PRP", "CD", "JJ", "NEG")
    if following.text[0].isdigit():
        return True
    return following.text[0].isupper() or following.lower in lexicon.adjectives


def _base_or_noun(
    lemma: str,
    tags: frozenset[str],
    previous: Token | None,
    following: Word | None,
    title_case: bool,
    lexicon: Lexicon,
) -> str:
    verbal = "VBD" if "VBD" in tags and previous and previous.tag in ("NN", "NNP", "PRP") else "VB"
    if "VBN" in tags and previous and previous.lemma in ("be", "have", "get"):
        return "VBN"
    if previous is not None and previous.tag in _VERBAL_LEFT:
        return verbal
    if lemma not in lexicon.noun_verbs:
        nominal = previous is not None and previous.tag in ("DT", "POS", "PRPS", "JJ")
        return "NN" if nominal else verbal
    if previous is None:
        return "VB" if _opens_object(following, lexicon) and not title_case else "NN"
    if previous.tag in _NOMINAL_LEFT or previous.is_verb:
        return "NN"
    plural = previous.tag in ("NN", "NNP") and previous.lower.endswith("s")
    told = verbal == "VBD" and previous.lower in lexicon.bill_heads
    return verbal if (plural or told) and _opens_object(following, lexicon) else "NN"
