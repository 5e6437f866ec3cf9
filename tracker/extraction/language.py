"""Which language a text is written in, so that none but English is read."""

import re
from collections import Counter

from tracker.article import Article
from tracker.errors import InputError
from tracker.extraction.lexicon import Lexicon

# A text's beginning tells its language; the rest need not be looked at.
_SAMPLE = 20_000
_FEWEST_WORDS = 20
_FEWEST_LETTERS = 40
# Different small words: a page of "e e e" is in no language.
_FEWEST_KINDS = 4
# Every running text has at least this share of its language's own small words.
_LEAST_SHARE = 0.12
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, lexicon: Lexicon) -> str | None:
    """ISO 639-1 code of the language of a text, None where too little tells it.

    A text in two languages is of the one that has more of it.
    """
    sample = text[:_SAMPLE]
    return _by_script(sample, lexicon) or _by_words(sample, lexicon)


def require_english(article: Article, lexicon: Lexicon) -> None:
    """Refuse an article that is written in another language.

    Raises:
        InputError: It is; the rules know English alone and would read it wrongly.
    """
    code = language_of(article.text, lexicon)
    if code is not None and code != "en":
        name = lexicon.language_names.get(code, code)
        raise InputError(
            f"the text is in {name}, and only English is read",
            where=article.origin or article.id,
            cure="give an English article, or a translation",
        )


def _by_script(sample: str, lexicon: Lexicon) -> str | None:
    """The language of a script that more than half of the letters are of."""
    letters = sum(1 for character in sample if character.isalpha())
    if letters < _FEWEST_LETTERS:
        return None
    for script in lexicon.scripts:
        own = script.letters.findall(sample)
        if len(own) * (4 if script.language == "ja" else 2) > letters:
            return _within_script(sample, script.telling) or script.language
    return None


def _within_script(sample: str, telling: dict[str, str]) -> str | None:
    counts = {
        language: sum(sample.count(letter) for letter in letters)
        for language, letters in telling.items()
    }
    language = max(counts, key=lambda code: counts[code], default=None)
    # Names in another language bring a few such letters in.
    return language if language and counts[language] * 200 > len(sample) else None


def _by_words(sample: str, lexicon: Lexicon) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in lexicon.languages_of.get(word, ()):
            counts[code] += times
            kinds[code] += 1
    # English first among equals.
    best = max(counts, key=lambda code: (counts[code], code == "en"), default=None)
    if best is None or counts[best] < _LEAST_SHARE * len(words) or kinds[best] < _FEWEST_KINDS:
        return None
    return best
