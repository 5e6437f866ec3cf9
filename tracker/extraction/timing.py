"""When an event happened: which of a sentence's dates belongs to which of its predicates.

A date belongs to the verb that it opens ("On Tuesday the House passed"), follows ("passed on
Tuesday") or stands before ("The House on Tuesday passed"). What has no date of its own takes
that of the verbs that report it or are joined to it, but only where it has happened: the day
of "urged on Tuesday" is not the day of what was urged.
"""

from collections.abc import Iterator
from datetime import date

from tracker.extraction.clauses import VerbGroup
from tracker.extraction.date_hosts import (
    ADJUNCT_FORMS,
    MARKS,
    NOUN_REACH,
    RELATIVES,
    Owner,
    is_attribute,
)
from tracker.extraction.date_hosts import hosts as hosts_of
from tracker.extraction.dates import DateMention, parse_day
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.tagging import Token
from tracker.record import Modality

_LOOK_BACK = 5
_MAX_CHAIN = 6
# "Made this statement on Tuesday after the Senate passed": written on the day.
_STATEMENTS = frozenset({"statement", "statements", "remarks", "comment", "comments"})
_AT_ONCE = frozenset({"when", "as", "while"})


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
    hosted = [(d, hosts_of(clause, d)) for d in clause.dates if _may_date(d, clause)]
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
    opens = first == 0 or tokens[first - 1].text in MARKS
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
            if is_attribute(earlier, other) and other.get("year") is None:
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
) -> Iterator[Owner]:
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
        if happened or not verb.past or verb.form in ADJUNCT_FORMS:
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
    finite = (i for i in range(index - 1, -1, -1) if clause.groups[i].form not in ADJUNCT_FORMS)
    return next(finite, None)


def _verb_of_noun(clause: Clause, position: int) -> int | None:
    """The verb that a nominal predicate is object of, else the one that it is subject of."""
    before = [i for i, g in enumerate(clause.groups) if g.head < position]
    if before and position - clause.groups[before[-1]].head <= NOUN_REACH:
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
        if any(t.text in ";:" or t.lower in RELATIVES - {"that"} for t in between):
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


def _is_future(clause: Clause, owner: Owner, modality: Modality) -> bool:
    if modality in ("actual", "negated") and owner[0] == "noun":
        return False
    if modality != "negated":
        return modality != "actual"
    chain = (owner[1], *_governors(clause, owner[1]))
    groups = [clause.groups[index] for index in chain]
    return not any(g.past for g in groups) and any(
        g.modal is not None or g.form == "infinitive" for g in groups
    )
