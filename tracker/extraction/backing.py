"""Whether a number of people or votes backs a bill: "cosponsored by 38", "has 55 votes"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.counts import Count, find_counts
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.numbers import ordinal
from tracker.extraction.reading import Clause
from tracker.extraction.tagging import Token
from tracker.record import SupportKind

_LONGEST_PHRASE = 7
_REACH = 6
_BEFORE = 8
_LARGEST = 1000
_SUPPORTERS = frozenset({"supporters", "backers"})
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of support: `verbs` and `writing` are done to a bill by those who back it."""

    cosponsors: frozenset[str]
    members: frozenset[str]
    verbs: frozenset[str]
    writing: frozenset[str]
    passing: frozenset[str]
    winning: frozenset[str]
    papers: frozenset[str]
    signing: frozenset[str]
    nouns: frozenset[str]
    votes: frozenset[str]

    @property
    def doing(self) -> frozenset[str]:
        """Verbs whose subject backs the bill that is their object."""
        return self.verbs | self.writing | self.signing


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> Words:
    table = {name: frozenset(text.split()) for name, text in lexicon.counts["support"].items()}
    cosponsors = lexicon.sponsorship["cosponsor_nouns"] | {"signatories", "sponsors"}
    return Words(cosponsors=cosponsors, **table)


def find_backing(clause: Clause, lexicon: Lexicon) -> Iterator[tuple[Count, SupportKind]]:
    """The counts of a sentence that are of cosponsors or supporters, each with its kind."""
    words = _words(lexicon)
    told = bool(clause.mentions) or _points_back(clause, lexicon)
    for count in (*find_counts(clause, lexicon), *_ordinals(clause)):
        kind = _kind(clause, count, words)
        if 1 < count.value < _LARGEST and (kind == "cosponsors" or (kind is not None and told)):
            yield count, kind


def _points_back(clause: Clause, lexicon: Lexicon) -> bool:
    anaphors = lexicon.noun_set("bill", "anaphors")
    return any(t.lower == "it" or t.lower in anaphors for t in clause.sentence.tokens)


def _ordinals(clause: Clause) -> Iterator[Count]:
    """Counts that an ordinal tells: "the 11th Democrat to sign on", "its 60th cosponsor"."""
    tokens = clause.sentence.tokens
    for position, token in enumerate(tokens[:-2]):
        value = ordinal(token.lower)
        owned = position > 0 and tokens[position - 1].tag == "PRPS"
        if value is not None and (owned or tokens[position + 2].lower in ("to", "of")):
            yield Count(position, position + 1, value, "=")


def _kind(clause: Clause, count: Count, words: Words) -> SupportKind | None:
    """What a number counts, None where it is neither cosponsors nor supporters."""
    tokens = clause.sentence.tokens
    if _is_number_of_cosponsors(clause, count, words):
        return "cosponsors"
    head = _head(tokens, count.end, words)
    if head is None:
        return None
    if tokens[head].lower in words.cosponsors:
        return "cosponsors"
    if tokens[head].lower in words.votes:
        won = _has_votes(clause, count, head) or _won_votes(clause, count, head, words)
        return "supporters" if won else None
    return (
        _called(tokens, head, words)
        or _subject_of(clause, head, words)
        or _object_of(clause, count, head, words)
    )


def _is_number_of_cosponsors(clause: Clause, count: Count, words: Words) -> bool:
    """Read "the number of cosponsors has risen to 55"."""
    tokens = clause.sentence.tokens
    first = next((i for i, t in enumerate(tokens[: count.first]) if t.lower == "number"), None)
    if first is None or tokens[count.first - 1].lower not in ("to", "at", "is", "was", "reached"):
        return False
    following = _words_after(tokens, first, _REACH)
    return following[:1] == ["of"] and not words.cosponsors.isdisjoint(following)


def _head(tokens: Tokens, start: int, words: Words) -> int | None:
    """Position of the noun that a number counts: "38 Senate Democratic colleagues"."""
    counted = words.cosponsors | words.members | words.votes
    found: int | None = None
    for position in range(start, min(start + _LONGEST_PHRASE, len(tokens))):
        token = tokens[position]
        inside = token.is_nominal or token.tag in ("PRPS", "DT", "VBN")
        if token.lower in counted:
            found = position
        elif found is not None or not (inside or token.lower in ("of", "her")):
            break
    return found


def _has_votes(clause: Clause, count: Count, head: int) -> bool:
    """Whether votes are counted on: "there were 55 votes to pass it", no need and no tally."""
    verb = _verb_before(clause, count)
    if verb is None or count.first - verb.head > 3 or verb.lemma not in ("be", "have"):
        return False
    return _words_after(clause.sentence.tokens, head, 1)[:1] in (["to"], ["for"], ["in"])


def _won_votes(clause: Clause, count: Count, head: int, words: Words) -> bool:
    """Whether a bill got votes where none against it are told: "passed by 228 votes"."""
    tokens = clause.sentence.tokens
    verb = _verb_before(clause, count)
    if verb is None or verb.negated or verb.modal or verb.form == "infinitive":
        return False
    if _words_after(tokens, head, 1)[:1] in (["to"], ["short"]):
        return False
    linked = tokens[count.first - 1].lower in ("by", "with")
    won = verb.lemma in words.winning and verb.head == count.first - 1
    return won or (linked and verb.lemma in words.passing)


def _called(tokens: Tokens, head: int, words: Words) -> SupportKind | None:
    """What a noun calls those who are counted: "14 backers", "14 members among its backers"."""
    if tokens[head].lower in _SUPPORTERS:
        return "supporters"
    after = _words_after(tokens, head, _REACH)
    if "among" not in after:
        return None
    if not words.cosponsors.isdisjoint(after):
        return "cosponsors"
    return "supporters" if not _SUPPORTERS.isdisjoint(after) else None


def _subject_of(clause: Clause, head: int, words: Words) -> SupportKind | None:
    """What the verb after a count says: "80 senators support it", "225 have signed on"."""
    for group in clause.groups:
        if head < group.first <= head + _REACH and not group.negated:
            after = _words_after(clause.sentence.tokens, group.head, _REACH - 1)
            if words.papers.isdisjoint(after):
                kind = _cosigning(group, after, words) or _supporting(group, after, words)
                if kind is not None:
                    return kind
    return None


def _cosigning(group: VerbGroup, after: list[str], words: Words) -> SupportKind | None:
    """Whether a verb makes its subject a cosponsor."""
    if group.lemma in ("sign", "join", "be", "become"):
        role = not words.cosponsors.isdisjoint(after)
        on = group.lemma == "sign" and after[:1] in (["on"], ["onto"])
        return "cosponsors" if role or on else None
    return "cosponsors" if group.lemma in words.signing else None


def _supporting(group: VerbGroup, after: list[str], words: Words) -> SupportKind | None:
    """Whether a verb says that its subject backs a bill."""
    future = group.form == "infinitive" or group.modal is not None
    voting = group.lemma == "vote" and future and "for" in after
    objectless = after[:1] in (["to"], ["that"], ["in"])
    doing = group.lemma in words.doing and not (group.passive or objectless)
    signalling = group.form == "infinitive" and not words.nouns.isdisjoint(after)
    return "supporters" if voting or doing or signalling else None


def _object_of(clause: Clause, count: Count, head: int, words: Words) -> SupportKind | None:
    """What the verb or noun before a count says: "backed by 80", "support from 80 senators"."""
    tokens = clause.sentence.tokens
    verb = _verb_before(clause, count)
    if verb is not None and count.first - verb.head <= _BEFORE:
        return _undergone(tokens, verb, count, head, words)
    before = [t.lower for t in tokens[max(0, count.first - 2) : count.first]]
    if before in (["along", "with"], ["together", "with"]):
        after = next((g for g in clause.groups if g.first > head), None)
        return "supporters" if after is not None and after.lemma in words.doing else None
    backed = before[-1:] in (["of"], ["from"]) and before[0] in words.nouns
    return "supporters" if backed else None


def _undergone(
    tokens: Tokens, verb: VerbGroup, count: Count, head: int, words: Words
) -> SupportKind | None:
    """What the verb before a count says: "backed by 80", "joined 38 in introducing"."""
    between = {t.lower for t in tokens[verb.head + 1 : count.first]}
    if "by" in between and verb.lemma in words.signing:
        return "cosponsors"
    if "by" in between and verb.lemma in words.doing:
        return "supporters"
    if verb.lemma == "join":
        goal = tokens[head + 1 : head + 4]
        return "supporters" if any(t.lemma in words.doing for t in goal) else None
    backed = between & words.nouns and between & {"of", "from"}
    return "supporters" if backed else None


def _verb_before(clause: Clause, count: Count) -> VerbGroup | None:
    return next((g for g in reversed(clause.groups) if g.head < count.first), None)


def _words_after(tokens: Tokens, position: int, reach: int) -> list[str]:
    return [t.lower for t in tokens[position + 1 : position + 1 + reach]]
