"""Words with their offsets, cut into sentences and paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extraction.lexicon import Lexicon

# Alternatives in order of trust: party and state (R-S.C., D-Vt.), initials (U.S., H.R.),
# numbers with ordinal endings and thousands, words with inner hyphens and apostrophes, any
# other mark alone.
_TOKEN = re.compile(
    r"[RDI]-(?:(?:[A-Z]\.){1,3}|[A-Z][a-z]{1,5}\.)"
    r"|(?:[A-Z]\.){2,8}"
    r"|\d+(?:[.,]\d+){0,6}(?:st|nd|rd|th)?(?![^\W\d_])"
    r"|[^\W_]+(?:[-'&][^\W_]+){0,8}"
    r"|\S"
)
_CLITIC = re.compile(r"(?i)('s|'re|'ve|'ll|'d|'m|n't)$")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)*")
_CLOSING = "\"')]}"
# No sentence is longer; what runs on without a stop is cut, so that reading stays linear.
_LONGEST_SENTENCE = 200
_ENDS = frozenset(".?!…")

# Prose says something new with at least every sixth word, however long the sentence, in words.
_LONG_SENTENCE = 80
_LEAST_VARIETY = 6
# Nor does it say the same sentence so often.
_MOST_REPEATS = 100


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its text as folded, lower case form, and character offsets."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawSentence:
    """The words of one sentence and the number of its paragraph, counted from 0."""

    words: tuple[Word, ...]
    paragraph: int

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.words[-1].end


def sentences(folded: str, lexicon: Lexicon) -> list[RawSentence]:
    """Cut the folded text into sentences; a paragraph's end always ends one."""
    found: list[RawSentence] = []
    said: Counter[str] = Counter()
    for number, (start, end) in enumerate(_paragraphs(folded)):
        for chunk in _cut(_words(folded, start, end, lexicon), lexicon):
            own = folded[chunk[0].start : chunk[-1].end]
            said[own] += 1
            if said[own] <= _MOST_REPEATS and _may_say_something(chunk):
                found.append(RawSentence(tuple(chunk), number))
    return found


def _may_say_something(words: Sequence[Word]) -> bool:
    """Whether it is neither marks alone nor a few words over and over."""
    distinct = len({word.lower for word in words})
    if len(words) > _LONG_SENTENCE and distinct * _LEAST_VARIETY < len(words):
        return False
    return any(word.text[0].isalnum() for word in words)


def _paragraphs(folded: str) -> list[tuple[int, int]]:
    """Ranges of the paragraphs. In a text whose lines are wrapped, only empty lines count."""
    wrapped = _is_wrapped(folded)
    found, start = [], 0
    for match in _PARAGRAPH.finditer(folded):
        if wrapped and match.group().count("\n") < 2:
            continue
        if folded[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    if folded[start:].strip():
        found.append((start, len(folded)))
    return found


def _is_wrapped(folded: str) -> bool:
    """Whether lines break inside sentences: most lines go on in lower case on the next."""
    lines = [line.strip() for line in folded.split("\n") if line.strip()]
    inner = lines[:-1]
    if len(inner) < 4:
        return False
    unfinished = sum(
        1
        for line, following in zip(inner, lines[1:], strict=True)
        if line[-1] not in ".?!:\"'" and following[0].islower()
    )
    return unfinished * 3 > len(inner)


def _words(folded: str, start: int, end: int, lexicon: Lexicon) -> list[Word]:
    words: list[Word] = []
    for match in _TOKEN.finditer(folded, start, end):
        text = match.group()
        at, stop = match.span()
        if text == "." and words and words[-1].end == at and _abbreviates(words[-1], lexicon):
            last = words.pop()
            words.append(Word(last.text + ".", last.lower + ".", last.start, stop))
            continue
        words.extend(_split_clitic(text, at, stop))
    return words


def _abbreviates(word: Word, lexicon: Lexicon) -> bool:
    single_initial = len(word.text) == 1 and word.text.isupper()
    if word.lower in ("vs", "v"):
        return True
    return single_initial or (word.lower in lexicon.abbreviations and word.text[0].isupper())


def _split_clitic(text: str, start: int, end: int) -> list[Word]:
    match = _CLITIC.search(text) if "'" in text else None
    if match is None or match.start() == 0:
        return [Word(text, text.lower(), start, end)]
    cut = start + match.start()
    head, tail = text[: match.start()], match.group()
    return [Word(head, head.lower(), start, cut), Word(tail, tail.lower(), cut, end)]


def _cut(words: list[Word], lexicon: Lexicon) -> list[list[Word]]:
    found: list[list[Word]] = []
    current: list[Word] = []
    for index, word in enumerate(words):
        current.append(word)
        if len(current) >= _LONGEST_SENTENCE or _closes(words, index, lexicon):
            found.append(current)
            current = []
    if current:
        found.append(current)
    return _join_closing_marks(found)


def _closes(  # noqa: PLR0911 - a sign of an end a line
    words: list[Word], index: int, lexicon: Lexicon
) -> bool:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None:
        return True
    if word.text[-1] not in _ENDS:
        return False
    if following.text in _CLOSING:
        after = words[index + 2] if index + 2 < len(words) else None
        opens = after is None or after.text[0].isupper() or after.text[0] == '"'
        return word.text in _ENDS and opens
    if following.start == word.end:
        # "end.Next": a lost space; ".5" and "a.b" are not sentence ends.
        return word.text == "." and following.text[0].isupper()
    if word.text in _ENDS:
        return not following.text[0].islower()
    if word.lower.rstrip(".") in lexicon.abbreviations or len(word.text) == 2:
        return False
    # Initials such as "U.S." end a sentence only before a word that starts one.
    return following.lower in lexicon.sentence_openers and following.text[0].isupper()


def _join_closing_marks(found: list[list[Word]]) -> list[list[Word]]:
    """Give a closing quote or bracket back to the sentence that it closes."""
    joined: list[list[Word]] = []
    for chunk in found:
        while (
            joined and chunk and chunk[0].text in _CLOSING and chunk[0].start == joined[-1][-1].end
        ):
            joined[-1].append(chunk.pop(0))
        if chunk:
            joined.append(chunk)
    return joined
