"""When an event happened: which of a sentence's dates belongs to which of its predicates.

A date belongs to the verb that it opens ("On Tuesday the House passed"), follows ("passed on
Tuesday") or stands before ("The House on Tuesday passed"). What has no date of its own takes
that of the verbs that report it or are joined to it, but only where it has happened: the day
of "urged on Tuesday" is not the day of what was urged.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.dates import DateMention, parse_day
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.record import Modality

_LOOK_BACK = 5
_MAX_CHAIN = 6
_NOUN_REACH = 10
_ADJUNCT_FORMS = frozenset({"participle", "gerund", "infinitive", "bare"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_SUBORDINATORS = frozenset(
    {"since", "after", "when", "before", "while", "if", "as", "until", "because", "though"}
)
_OPENERS = _SUBORDINATORS | {"and", "but", "that", "although"}
_MARKS = frozenset({";", ":", "\u2014", "*", "\u2022"})
# "In the wake of the attack on Oct. 7, he introduced": the date is not the verb's.
_BACKGROUND = frozenset(
    {"aftermath", "wake", "after", "following", "since", "despite", "amid", "because", "before"}
)
_TIME_WORDS = frozenset(
    {"on", "in", "at", "by", "for", "over", "since", "during", "of", "the", "until", "back"}
    | {"earlier", "later", "late", "early", "as", "soon"}
)
# A verb by its number in the clause, or a noun by its position.
_Owner = tuple[str, int]


def claim_date(
    reading: Reading,
    clause: Clause,
    position: int,
    group: int | None,
    modality: Modality,
    lexicon: Lexicon,
) -> str | None:
    """The date of the event that a predicate tells, in ISO 8601, None where none is told.

    Args:
        reading: The article.
        clause: The sentence of the predicate.
        position: Position of the predicate's verb or noun.
        group: Number of its verb group, None for a noun.
        modality: How far the article vouches for it.
        lexicon: Which verbs report a whole clause.
    """
    hosted = [(d, _hosts(clause, d)) for d in clause.dates if _may_date(d, clause)]
    hosted.sort(key=lambda pair: abs(clause.position(pair[0].start) - position))
    for owner in _owners(clause, position, group, modality, lexicon):
        fitting = [(hosts.index(owner), d) for d, hosts in hosted if owner in hosts]
        if fitting:
            mention = min(fitting, key=lambda pair: pair[0])[1]
            future = _is_future(clause, owner, modality)
            return _resolve(reading, clause, mention, future=future)
    return None


def _may_date(mention: DateMention, clause: Clause) -> bool:
    """Whether a date can be that of an event: no dateline, no bound, no part of a title."""
    if mention.dateline or mention.beside:
        return False
    return not any(
        m.title is not None and m.start_char <= mention.start < m.end_char for m in clause.mentions
    )


def _resolve(reading: Reading, clause: Clause, mention: DateMention, *, future: bool) -> str | None:
    told, told_year = _told_before(reading, clause, mention)
    present = reading.published
    if told_year is not None and present is not None and _heads_entry(clause, mention):
        present = date(told_year, 12, 31)  # a chronology names the year once
    if mention.form == "offset":
        told = _day_beside(reading, clause, mention) or present
    elif mention.form == "relative" and reading.quoted(mention.start):
        present = told or present  # "tomorrow" counts from the day of the speech
    return mention.resolve(present, future=future, told=told, told_year=told_year)


def _heads_entry(clause: Clause, mention: DateMention) -> bool:
    """Whether a date heads an entry of a chronology: "* Dec. 28: Obama signs"."""
    tokens = clause.sentence.tokens
    first, end = clause.position(mention.start), clause.position(mention.end - 1) + 1
    opens = first == 0 or tokens[first - 1].text in _MARKS
    return opens and end < len(tokens) and tokens[end].text == ":"


def _told_before(
    reading: Reading, clause: Clause, mention: DateMention
) -> tuple[date | None, int | None]:
    """The last day and the last year that the text spoke of right before a date."""
    year: int | None = None
    index = clause.sentence.index
    for earlier in reversed(reading.clauses[max(0, index - _LOOK_BACK) : index + 1]):
        for other in reversed(earlier.dates):
            if other.start >= mention.start or other.dateline:
                continue
            if _is_attribute(earlier, other) and other.get("year") is None:
                continue
            resolved = other.resolve(reading.published, future=False)
            if resolved is None:
                continue
            year = year or int(resolved[:4])
            if (day := parse_day(resolved)) is not None:
                return day, year
    return None, year


def _day_beside(reading: Reading, clause: Clause, mention: DateMention) -> date | None:
    """The day of the other date in a sentence that has "a day after"."""
    others = sorted(
        (d for d in clause.dates if d is not mention and not d.dateline),
        key=lambda d: abs(d.start - mention.start),
    )
    days = (parse_day(d.resolve(reading.published, future=False)) for d in others)
    return next((day for day in days if day is not None), None)


def _owners(
    clause: Clause, position: int, group: int | None, modality: Modality, lexicon: Lexicon
) -> Iterator[_Owner]:
    """Verbs and nouns whose date the predicate shares, the nearest first."""
    happened = modality in ("actual", "negated")
    if group is None:
        yield "noun", position
        group = _verb_of_noun(clause, position)
        if group is None:
            return
    for index in (group, *_governors(clause, group)):
        verb = clause.groups[index]
        # The day of "urged on Tuesday" is not that of what was urged.
        if happened or not verb.past or verb.form in _ADJUNCT_FORMS:
            yield "verb", index
            if verb.governor_noun is not None:
                yield "noun", verb.governor_noun
    if happened:
        yield from (("verb", index) for index in _joined(clause, group))
        yield from (("verb", index) for index in _reports(clause, group, lexicon))


def _governors(clause: Clause, group: int) -> Iterator[int]:
    """Verbs above a verb: those it depends on, or that it is an adjunct of."""
    current = group
    for _ in range(_MAX_CHAIN):
        above = clause.groups[current].governor
        if above is None:
            above = _adjoined(clause, current)
        if above is None:
            return
        yield above
        current = above


def _adjoined(clause: Clause, index: int) -> int | None:
    """The verb that "by rejecting", "in introducing" or "to combat" tells more of."""
    group = clause.groups[index]
    if not group.first or group.form not in ("gerund", "infinitive"):
        return None
    before = clause.sentence.tokens[group.first - 1]
    if group.form == "gerund" and before.tag != "IN":
        return None
    finite = (i for i in range(index - 1, -1, -1) if clause.groups[i].form not in _ADJUNCT_FORMS)
    return next(finite, None)


def _verb_of_noun(clause: Clause, position: int) -> int | None:
    """The verb that a nominal predicate is object of, else the one that it is subject of."""
    before = [i for i, g in enumerate(clause.groups) if g.head < position]
    if before and position - clause.groups[before[-1]].head <= _NOUN_REACH:
        return before[-1]
    after = [i for i, g in enumerate(clause.groups) if g.first > position]
    return after[0] if after else None


def _joined(clause: Clause, group: int) -> Iterator[int]:
    """Earlier verbs that "and" joins a verb to: "On Monday it was approved and sent on"."""
    tokens = clause.sentence.tokens
    index = group
    while index and _shares_subject(tokens, clause.groups[index]):
        verb = clause.groups[index]
        twins = (
            i
            for i in range(index - 1, -1, -1)
            if clause.groups[i].perfect == verb.perfect
            and clause.groups[i].form in (verb.form, "finite")
        )
        twin = next(twins, None)
        if twin is None:
            return
        yield twin
        index = twin


def _shares_subject(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    """Whether nothing but a joining word, a comma or an adverb stands before the verb."""
    at = group.first - 1
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    return at > 0 and tokens[at].lower in ("and", "or", "but", ",", "then")


def _reports(clause: Clause, group: int, lexicon: Lexicon) -> Iterator[int]:
    """Verbs that report the clause of a verb: before it, or after the comma that closes it."""
    tokens = clause.sentence.tokens
    for index in range(group - 1, -1, -1):
        other = clause.groups[index]
        between = tokens[other.head + 1 : clause.groups[group].first]
        if any(t.text in ";:" or t.lower in _RELATIVES - {"that"} for t in between):
            break
        told = other.past or any(clause.groups[i].past for i in _governors(clause, index))
        if other.lemma in lexicon.embedding_verbs and told:
            yield index
            # "Speaking on Tuesday, he said"
            yield from (i for i in range(index) if clause.groups[i].form == "gerund")
            break
    for index in range(group + 1, len(clause.groups)):
        other = clause.groups[index]
        if other.lemma in lexicon.embedding_verbs and other.form == "finite" and other.past:
            between = tokens[clause.groups[group].head + 1 : other.first]
            if any(t.text == "," for t in between[-9:]):
                yield index
            return


def _is_future(clause: Clause, owner: _Owner, modality: Modality) -> bool:
    if modality in ("actual", "negated") and owner[0] == "noun":
        return False
    if modality != "negated":
        return modality != "actual"
    chain = (owner[1], *_governors(clause, owner[1]))
    groups = [clause.groups[index] for index in chain]
    return not any(g.past for g in groups) and any(
        g.modal is not None or g.form == "infinitive" for g in groups
    )


def _hosts(clause: Clause, mention: DateMention) -> list[_Owner]:
    """What a date may belong to, the likeliest first."""
    tokens = clause.sentence.tokens
    first, end = clause.position(mention.start), clause.position(mention.end - 1) + 1
    if _is_attribute(clause, mention):
        return [("noun", at) for at in range(end, min(end + 4, len(tokens)))]
    first = _without_preposition(tokens, first)
    around = [i for i, g in enumerate(clause.groups) if g.first < first <= g.head]
    before = [i for i, g in enumerate(clause.groups) if g.head < first]
    after = [i for i, g in enumerate(clause.groups) if g.first >= end]
    if around:
        return _verbs(around[:1])
    if mention.form == "offset":
        return _verbs(_finite(clause, after))
    if after and _is_fronted(tokens, first, end, bool(before)):
        return _verbs(_main_verb(clause, end, after))
    if after and _stands_before_verb(tokens, first, end, clause.groups[after[0]]):
        reduced = before and _is_reduced(clause.groups[before[-1]], first)
        return _verbs((after[0], *(_open_verbs(clause, before, first) if reduced else ())))
    return _behind(clause, first, end, before, after)


def _behind(
    clause: Clause, first: int, end: int, before: list[int], after: list[int]
) -> list[_Owner]:
    """What a date may follow: the nearest verb, a noun beside it, verbs further off."""
    nearest = clause.groups[before[-1]].head if before else -1
    nouns = [("noun", at) for at in range(first - 1, max(nearest, first - _NOUN_REACH), -1)]
    verbs = _verbs(_open_verbs(clause, before, first))
    if verbs:
        return [verbs[0], *nouns, *verbs[1:]]
    if any(t.lower in _BACKGROUND for t in clause.sentence.tokens[:first]):
        return list(nouns)
    return [*nouns, *_verbs(_main_verb(clause, end, after))]


def _verbs(indices: Iterable[int]) -> list[_Owner]:
    return [("verb", index) for index in indices]


def _without_preposition(tokens: tuple[Token, ...], first: int) -> int:
    while first and tokens[first - 1].lower in _TIME_WORDS:
        first -= 1
    return first


def _is_attribute(clause: Clause, mention: DateMention) -> bool:
    """Whether a date stands before the noun that it belongs to: "Tuesday's vote"."""
    tokens = clause.sentence.tokens
    end = clause.position(mention.end - 1) + 1
    if end >= len(tokens):
        return False
    if tokens[end].tag == "POS":
        return True
    first = clause.position(mention.start)
    determined = tokens[first].tag in ("DT", "PRPS", "POS") or (
        first > 0 and tokens[first - 1].tag in ("DT", "PRPS", "POS", "JJ")
    )
    return determined and tokens[end].tag in ("NN", "NNP", "JJ")


def _is_fronted(tokens: tuple[Token, ...], first: int, end: int, verb_before: bool) -> bool:
    """Whether a date opens its clause."""
    if first == 0:
        return True
    before = tokens[first - 1]
    if before.lower in _OPENERS or before.text in _MARKS:
        return True
    if not verb_before and before.text in (",", '"', "-", ")"):
        return True
    if before.text == "," and first > 1 and tokens[first - 2].lower in _OPENERS:
        return True  # "after, in 2003, the legislature passed"
    opens = end < len(tokens) and tokens[end].tag in ("DT", "NNP", "PRP", "PRPS", "NN")
    return before.text in (",", '"') and opens


def _main_verb(clause: Clause, end: int, after: list[int]) -> Iterator[int]:
    """The finite verb of the clause that a date opens, dependent clauses passed over."""
    tokens = clause.sentence.tokens
    for index in _finite(clause, after):
        group = clause.groups[index]
        if any(t.lower in _SUBORDINATORS for t in tokens[end : group.first]):
            end = group.head
        elif not _is_relative(tokens, group):
            yield index
            return


def _finite(clause: Clause, indices: list[int]) -> Iterator[int]:
    return (index for index in indices if clause.groups[index].form not in _ADJUNCT_FORMS)


def _is_relative(tokens: tuple[Token, ...], group: VerbGroup) -> bool:
    at = group.first - 1
    while at > 0 and tokens[at].tag in ("RB", "NEG"):
        at -= 1
    return at >= 0 and tokens[at].lower in _RELATIVES


def _stands_before_verb(tokens: tuple[Token, ...], first: int, end: int, group: VerbGroup) -> bool:
    """Whether a finite verb follows the date: "The Senate on Tuesday passed"."""
    between = tokens[end : group.first]
    if group.form != "finite" or not all(t.tag == "RB" or t.text == "," for t in between):
        return False
    # "which was passed a month ago, was held up": the comma closes the clause of the date.
    enclosed = first > 0 and tokens[first - 1].text == ","
    return enclosed or not any(t.text == "," for t in between)


def _is_reduced(group: VerbGroup, first: int) -> bool:
    """Whether a participle before the date may have it: "imposed by the US Thursday"."""
    return group.form == "participle" and first - group.head <= 8


def _open_verbs(clause: Clause, before: list[int], first: int) -> Iterator[int]:
    """Verbs before a date that are not closed off from it, leftwards to the finite one."""
    tokens = clause.sentence.tokens
    right = first
    for index in reversed(before):
        group = clause.groups[index]
        between = tokens[group.head + 1 : right]
        if any(t.text in ";:" for t in between):
            return
        if _is_aside(tokens, group, first):
            continue
        yield index
        if group.form not in _ADJUNCT_FORMS:
            return
        right = group.first


def _is_aside(tokens: tuple[Token, ...], group: VerbGroup, first: int) -> bool:
    """Whether a verb stands in a relative clause between commas that ends before a date."""
    opening = group.first - 1
    while opening > 0 and tokens[opening].lower not in _RELATIVES:
        if group.first - opening > 6:
            return False
        opening -= 1
    closed = any(t.text == "," for t in tokens[group.head + 1 : first])
    return closed and opening > 0 and tokens[opening - 1].text == ","
