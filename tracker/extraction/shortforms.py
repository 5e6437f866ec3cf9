"""Titles that an article shortens to their initials once it has told them: "the BCRA"."""

from dataclasses import replace

from tracker.extraction.mentions import MeasureMention
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.extraction.titles import initials

_SHORTEST = 3


def with_short_forms(reading: Reading) -> Reading:
    """The article with a mention for each acronym of a title that it tells.

    "The Violence Against Women Act passed in 1994. VAWA was renewed" names one act twice.
    """
    titles: dict[str, str] = {}
    for clause in reading.clauses:
        for mention in clause.mentions:
            for short in _shorts(mention):
                titles.setdefault(short, mention.title or "")
    if not titles:
        return reading
    return replace(reading, clauses=tuple(_with_acronyms(c, titles) for c in reading.clauses))


def _shorts(mention: MeasureMention) -> tuple[str, ...]:
    """Short forms, in capitals, that the article may use for a titled bill."""
    if mention.title is None or mention.act:
        return ()
    after = mention.acronym if mention.acronym and "(" not in mention.title else ""
    return tuple(s.upper() for s in (after, *initials(mention.title)) if len(s) >= _SHORTEST)


def _with_acronyms(clause: Clause, titles: dict[str, str]) -> Clause:
    found = [
        _named(clause, position, token, titles[token.text])
        for position, token in enumerate(clause.sentence.tokens)
        if token.text in titles and not _is_taken(clause, position)
    ]
    if not found:
        return clause
    mentions = sorted((*clause.mentions, *found), key=lambda m: (m.start_char, -m.end_char))
    return replace(clause, mentions=tuple(mentions))


def _is_taken(clause: Clause, position: int) -> bool:
    """Whether an acronym stands in a phrase that names a measure, or only modifies a noun."""
    tokens = clause.sentence.tokens
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    modifies = following is not None and following.tag == "NN" and following.text[0].islower()
    in_brackets = (
        position > 0
        and tokens[position - 1].text == "("
        and following is not None
        and following.text == ")"
    )
    inside = any(m.first <= position < m.core_end for m in clause.mentions)
    return inside or in_brackets or modifies


def _named(clause: Clause, position: int, token: Token, title: str) -> MeasureMention:
    return MeasureMention(
        kind="bill",
        sentence=clause.sentence.index,
        first=position,
        head=position,
        end=position + 1,
        core_end=position + 1,
        start_char=token.start,
        end_char=token.end,
        definite="definite",
        title=title,
        acronym=token.text,
        head_word="act",
        inside=any(m.first <= position < m.end and m.head < position for m in clause.mentions),
    )
