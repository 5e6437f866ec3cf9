"""When an event happened: which of a sentence's dates belongs to which of its predicates.

A date belongs to the verb that it opens ("On Tuesday the House passed"), follows ("passed on
Tuesday") or stands before ("The House on Tuesday passed"). What has no date of its own takes
that of the verbs that report it or are joined to it, but only where it has happened: the day
of "urged on Tuesday" is not the day of what was urged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Tense:
    """Whether an event is still to come, and whether only from a time past."""

    future: bool
    near: bool = False


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
    happened = modality in ("actual", "negated")
    for owner in _owners(clause, position, group, modality, lexicon):
        fitting = [
            (told.index(owner), d)
            for d, told in hosted
            if owner in told and (happened or not _dates_agent(clause, told, owner))
        ]
        if fitting:
            mention = min(fitting, key=lambda pair: pair[0])[1]
            tense = _tense(clause, owner, modality, lexicon)
            return _resolve(reading, clause, mention, tense)
    return _counted_from(reading, clause, hosted, group) if group is not None else None


def headline_date(reading: Reading, clause: Clause, lexicon: Lexicon) -> str | None:
    """The day of what a headline tells as done: that of the main verb of the lead beneath it.

    "House unveils budget" over "Republicans moved Monday to give the Pentagon more".
    """
    lead = _lead_of(reading, clause)
    if lead is None:
        return None
    main = next((i for i, g in enumerate(lead.groups) if g.form not in ADJUNCT_FORMS), None)
    if main is None or not lead.groups[main].past:
        return None
    day = claim_date(reading, lead, lead.groups[main].head, main, "actual", lexicon)
    return day if parse_day(day) is not None else None


def _lead_of(reading: Reading, clause: Clause) -> Clause | None:
    """The first sentence under a headline, None for a sentence that is no headline."""
    tokens = clause.sentence.tokens
    if clause.sentence.index or len(reading.clauses) == 1 or not tokens or tokens[-1].text == ".":
        return None
    lead = reading.clauses[1]
    return lead if lead.sentence.paragraph != clause.sentence.paragraph else None


def _dates_agent(clause: Clause, told: list[Owner], owner: Owner) -> bool:
    """Whether a date ends a participle's clause: "sign the bill passed by the House on Monday"."""
    kind, index = told[0]
    if kind != "verb" or told[0] == owner or clause.groups[index].form != "participle":
        return False
    tokens, head = clause.sentence.tokens, clause.groups[index].head
    return head + 1 < len(tokens) and tokens[head + 1].lower == "by"


def _may_date(mention: DateMention, clause: Clause) -> bool:
    """Whether a date can be that of an event: no dateline, no bound, no part of a title."""
    if mention.dateline or mention.beside:
        return False
    return not any(
        m.title is not None and m.start_char <= mention.start < m.end_char for m in clause.mentions
    )


def _resolve(reading: Reading, clause: Clause, mention: DateMention, tense: _Tense) -> str | None:
    told, told_year = _told_before(reading, clause, mention)
    present = reading.published
    if told_year is not None and present is not None and _heads_entry(clause, mention):
        present = date(told_year, 12, 31)  # a chronology names the year once
    if mention.form == "offset":
        told = _day_beside(reading, clause, mention) or present
    elif mention.form == "relative" and reading.quoted(mention.start):
        present = told or present  # "tomorrow" counts from the day of the speech
    return mention.resolve(
        present, future=tense.future, told=told, told_year=told_year, near=tense.near
    )


def _counted_from(
    reading: Reading,
    clause: Clause,
    hosted: list[tuple[DateMention, list[Owner]]],
    group: int,
) -> str | None:
    """The day of a verb that is told by another's: "passed it a day after it arrived on Monday"."""
    for mention, told in hosted:
        later = [index for _, index in told if index > group]
        if mention.form != "offset" or not later:
            continue
        start = clause.sentence.tokens[clause.groups[group].head].start
        if not start < mention.start or any(d.start < mention.start for d, _ in hosted):
            return None
        base = _day_beside(reading, clause, mention)
        back = parse_day(mention.resolve(reading.published, future=False, told=base))
        if base is not None and back is not None:
            return (base + (base - back)).isoformat()
    return None


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
        if happened and _completes_noun(clause, verb):
            yield "noun", verb.first - 1
    yield from (("verb", index) for index in _joined(clause, group, happened=happened))
    yield from (("verb", index) for index in _when_clause(clause, group))
    if happened:
        yield "source", group
        yield from (("verb", index) for index in _reports(clause, group, lexicon))
        yield from (("verb", index) for index in _at_once(clause, group))


def _completes_noun(clause: Clause, verb: VerbGroup) -> bool:
    """Whether a noun takes an infinitive: "Tuesday's vote to approve"."""
    before = clause.sentence.tokens[verb.first - 1]
    return verb.form == "infinitive" and verb.first > 0 and before.tag == "NN"


def _when_clause(clause: Clause, group: int) -> Iterator[int]:
    """The verb of the clause of time behind a verb: "take up the bill when it returns"."""
    tokens = clause.sentence.tokens
    for index in range(group + 1, len(clause.groups)):
        between = tokens[clause.groups[group].head + 1 : clause.groups[index].first]
        if any(t.text in ";:" for t in between):
            return
        if clause.groups[index].form not in ADJUNCT_FORMS:
            if any(t.lower == "when" for t in between):
                yield index
            return


def _at_once(clause: Clause, group: int) -> Iterator[int]:
    """The verb at whose time a clause with "as", or a statement's with "after", happened."""
    tokens, verb = clause.sentence.tokens, clause.groups[group]
    earlier = [i for i in range(group) if clause.groups[i].form not in ADJUNCT_FORMS]
    if verb.perfect or verb.form != "finite" or not earlier:
        return
    above = clause.groups[earlier[-1]]
    for at in range(verb.first - 1, above.head, -1):
        word = tokens[at].lower
        if word == "after" and not _STATEMENTS.isdisjoint(t.lower for t in tokens[above.head : at]):
            yield earlier[-1]
        if word in _AT_ONCE or word == "after":
            if word in _AT_ONCE:
                yield earlier[-1]
            return


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


def _joined(clause: Clause, group: int, *, happened: bool) -> Iterator[int]:
    """Earlier verbs that "and" joins a verb to: "On Monday it was approved and sent on".

    What has not happened yet only shares what its modal has: "will meet on Monday and vote".
    """
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
        if not happened and (verb.form != "bare" or clause.groups[twin].modal is None):
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


def _tense(clause: Clause, owner: Owner, modality: Modality, lexicon: Lexicon) -> _Tense:
    """Whether a date lies ahead of the day of publication, or of a time past."""
    future = _is_future(clause, owner, modality, lexicon)
    if not future or owner[0] == "noun":
        return _Tense(future)
    above = [clause.groups[index] for index in _governors(clause, owner[1])]
    return _Tense(future, near=any(g.past and (g.passive or g.lemma == "be") for g in above))


def _is_future(clause: Clause, owner: Owner, modality: Modality, lexicon: Lexicon) -> bool:
    if modality in ("actual", "negated") and owner[0] == "noun":
        verb = _verb_of_noun(clause, owner[1])
        return verb is not None and _plans(clause.groups[verb], lexicon)
    if modality == "actual":
        return _plans(clause.groups[owner[1]], lexicon)
    if modality != "negated":
        return True
    chain = (owner[1], *_governors(clause, owner[1]))
    groups = [clause.groups[index] for index in chain]
    return not any(g.past for g in groups) and any(
        g.modal is not None or g.form == "infinitive" for g in groups
    )


def _plans(verb: VerbGroup, lexicon: Lexicon) -> bool:
    """Whether a verb looks ahead to its object: "plans a vote on Thursday"."""
    ahead = verb.modal is not None or lexicon.governing_verbs.get(verb.lemma) == "planned"
    return ahead and not verb.past
