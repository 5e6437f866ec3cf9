"""Why a record says what it says: each claim in its sentence, and what was left out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from tracker.article import Article
from tracker.record import Bill, Claim, Package, Record

_PLACE = frozenset(field.name for field in fields(Claim))
_CONTEXT = 300


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words behind a claim or a mention, with what stands around them in its line.

    Attributes:
        measure: The first words that name the measure, None for what was left out.
        what: The claim in short (`passed actual 2025-05-13 us-senate`), or `left out`.
        why: The rule that made the claim, or the reason for leaving the mention out.
        before: What stands before the words.
        words: The words.
        after: What stands after them.
    """

    measure: str | None
    what: str
    why: str
    before: str
    words: str
    after: str


def explain(article: Article, record: Record) -> Iterator[Explanation]:
    """Every claim of a record in its order, then every mention that was left out."""
    for measure in record.measures:
        for claim in measure.claims():
            yield _of_claim(article.text, measure, claim)
    for omission in record.omissions:
        mention = omission.mention
        around = _around(article.text, mention.start, mention.end)
        yield Explanation(None, "left out", omission.reason, *around)


def _of_claim(text: str, measure: Bill | Package, claim: Claim) -> Explanation:
    around = _around(text, claim.start, claim.end)
    return Explanation(measure.mentions[0].text, _in_short(claim), claim.found_by, *around)


def _in_short(claim: Claim) -> str:
    """The claim's own fields, those that are empty left out."""
    values: list[Any] = [type(claim).__name__.lower()]
    for field in fields(claim):
        value = getattr(claim, field.name)
        if field.name not in _PLACE and value is not None:
            values.append(value)
    return " ".join(str(value) for value in values)


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words at a place with the rest of their line, at most 300 characters on each side."""
    opening = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    closing = text.find("\n", end)
    closing = min(closing if closing >= 0 else len(text), end + _CONTEXT)
    return text[opening:start], text[start:end], text[end:closing]
