"""Which measures are one: rules over what is known of them, and over nothing else.

The result depends on the set of measures alone, not on the order in which they came. A measure
that two others fit equally stays on its own.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from tracker.store.congress import congress_days
from tracker.store.evidence import Evidence
from tracker.store.folding import words
from tracker.store.keys import COMMON_WORDS, name_key, untimed

REACH = timedelta(days=14)
"""The most that lies between the articles about one described package."""

PREPARATION = timedelta(days=200)
"""How long before its first reference date a package may be told of as on its way."""

REPORTED_WITHIN = timedelta(days=3)
"""How long after an act the press still tells of it without its day."""

_BEFORE = frozenset({"previous", "previously", "earlier", "existing", "past", "prior", "old"})
"""Words of a name that tell an act of before from the one that is the news."""

_STEM = 6
_TELLING_PHRASE = 3
"""So many words beyond those of the kind make a phrase that two articles do not share by chance."""

_STRENGTH = ("name", "tally", "event", "day", "phrase", "due", "sponsors", "report", "week")
"""The rules between described measures, the surest first."""


@dataclass(frozen=True)
class Link:
    """One measure that counts as another.

    Attributes:
        measure_id: The measure.
        into_id: What it counts as.
        rule: Name of the rule that says so.
        reason: Why, in words.
    """

    measure_id: int
    into_id: int
    rule: str
    reason: str


Fit = tuple[int, str]
"""How well a measure fits another, higher is better, and why."""


def find_links(
    measures: Sequence[Evidence], distinct: Collection[frozenset[int]] = ()
) -> list[Link]:
    """Find the measures that are one.

    Args:
        measures: The evidence on every measure that may matter.
        distinct: Pairs of ids that a user said are not the same.

    Returns:
        Links from described measures to known ones, and from one described to another.
    """
    measures = sorted(measures, key=lambda each: each.key)
    links: dict[int, Link] = {}
    tied: set[int] = set()
    for rule, fit in _RULES:
        proposed = _to_known(measures, rule, fit, distinct, links.keys() | tied)
        for link, is_tie in proposed:
            if is_tie:
                tied.add(link.measure_id)
            else:
                links[link.measure_id] = link
    links |= _among_described(measures, distinct, links.keys() | tied, links)
    return [links[each] for each in sorted(links)]


def _to_known(
    measures: Sequence[Evidence],
    rule: str,
    fit: Callable[[Evidence, Evidence], Fit | None],
    distinct: Collection[frozenset[int]],
    settled: Collection[int],
) -> Iterable[tuple[Link, bool]]:
    """Links by one rule to measures with a key of their own; a tie is marked as such."""
    known = [each for each in measures if not each.provisional]
    best: dict[int, tuple[int, Link, bool]] = {}
    for each in measures:
        if not each.provisional or each.id in settled:
            continue
        fits = [
            (found[0], Link(each.id, other.id, rule, found[1]))
            for other in known
            if frozenset((each.id, other.id)) not in distinct
            and (found := fit(each, other)) is not None
        ]
        if fits:
            top = max(score for score, _ in fits)
            tops = [link for score, link in fits if score == top]
            best[each.id] = (top, tops[0], len(tops) > 1)
    if fit is by_title:
        yield from ((link, tie) for _, link, tie in best.values())
    else:
        yield from _one_an_article(measures, best)


def _one_an_article(
    measures: Sequence[Evidence], best: dict[int, tuple[int, Link, bool]]
) -> Iterable[tuple[Link, bool]]:
    """Of two measures that one article tells apart, only the one that fits better links."""
    by_id = {each.id: each for each in measures}
    for each, (score, link, tie) in best.items():
        rivals = [
            other_score
            for other, (other_score, other_link, _) in best.items()
            if other != each
            and other_link.into_id == link.into_id
            and by_id[other].articles & by_id[each].articles
        ]
        if any(rival > score for rival in rivals):
            continue
        yield link, tie or score in rivals


def _among_described(
    measures: Sequence[Evidence],
    distinct: Collection[frozenset[int]],
    settled: Collection[int],
    links: dict[int, Link],
) -> dict[int, Link]:
    """Links among measures that no known one fits, or to the one that another links to."""
    by_id = {each.id: each for each in measures}
    cluster = {each.id: {each.id} for each in measures if each.provisional}
    for link in links.values():
        cluster[link.measure_id].add(link.into_id)
    grounds = _grounds([each for each in measures if each.provisional])
    for pair in sorted(
        grounds, key=lambda pair: (_STRENGTH.index(grounds[pair][0]), _keys(pair, by_id))
    ):
        one, other = sorted(pair)
        if {one, other} <= set(settled):
            continue
        joined = cluster[one] | cluster[other]
        if _may_join([by_id[each] for each in joined], distinct):
            for member in joined & cluster.keys():
                cluster[member] = joined
    return {
        each: Link(each, into, *_ground(each, cluster[each], grounds))
        for each in cluster
        if each not in settled and (into := _head(cluster[each], by_id)) != each
    }


def _grounds(described: Sequence[Evidence]) -> dict[frozenset[int], tuple[str, str]]:
    """The pairs that are alike, each with the rule and the reason."""
    found = {
        frozenset((one.id, other.id)): ground
        for one, other in combinations(described, 2)
        if (ground := _same_description(one, other))
    }
    return {
        pair: ground
        for pair, ground in found.items()
        if ground[0] != "report" or not _reports_several(pair, found, described)
    }


def _reports_several(
    pair: frozenset[int],
    found: dict[frozenset[int], tuple[str, str]],
    described: Sequence[Evidence],
) -> bool:
    """Whether what was told without its day could be acts of several days."""
    by_id = {each.id: each for each in described}
    told = next(each for each in pair if not by_id[each].act_days)
    days = {
        frozenset(by_id[other].act_days)
        for rivals, ground in found.items()
        if ground[0] == "report" and told in rivals
        for other in rivals - {told}
    }
    return len(days) > 1


def _may_join(members: Sequence[Evidence], distinct: Collection[frozenset[int]]) -> bool:
    if sum(not each.provisional for each in members) > 1:
        return False
    return all(
        frozenset((one.id, other.id)) not in distinct
        and not one.articles & other.articles
        and not (one.kind == "package" and _apart(one, other))
        for one, other in combinations(members, 2)
    )


def _apart(one: Evidence, other: Evidence) -> bool:
    days = one.act_days and other.act_days and one.act_days != other.act_days
    plans = (one.firm | one.soft), (other.firm | other.soft)
    unlike = _lies_ahead(one) and _lies_ahead(other) and plans[0].isdisjoint(plans[1])
    return bool(days) or unlike or _speaks_against(one, other)


def _keys(pair: Collection[int], by_id: dict[int, Evidence]) -> list[str]:
    return sorted(by_id[each].key for each in pair)


def _head(members: set[int], by_id: dict[int, Evidence]) -> int:
    return min(members, key=lambda each: _standing(by_id[each]))


def _standing(each: Evidence) -> tuple[bool, bool, str]:
    return each.provisional, not each.titled, each.key


def _ground(
    each: int, members: set[int], grounds: dict[frozenset[int], tuple[str, str]]
) -> tuple[str, str]:
    found = [grounds[pair] for other in members if (pair := frozenset((each, other))) in grounds]
    return min(found) if found else ("through another", "another measure is the same as both")


def by_title(each: Evidence, known: Evidence) -> Fit | None:
    """A described bill bears a title or name of a known one that was there by then."""
    if each.kind != "bill" or known.kind != "bill" or not _same_congress(each, known):
        return None
    titles = {name_key(untimed(title)) for title in known.titles_by(each.last_day)}
    titles |= known.names
    shared = each.names & (titles | known.initials) or each.initials & titles
    if not shared or not _was_there(each, known):
        return None
    return _currency(each, known), f'both are called "{min(shared)}"'


def by_sponsors(each: Evidence, known: Evidence) -> Fit | None:
    """A described bill has the sponsors, target and subject of a known one open at the time.

    The known one must be of one of the sponsors; the others must have joined it. A person
    whose name is in the known one's title counts too: a bill may be named after somebody.
    """
    if each.kind != "bill" or known.kind != "bill" or not _same_congress(each, known):
        return None
    if not each.days or not _was_there(each, known):
        return None
    if not each.targets or not each.targets <= known.targets:
        return None
    if each.articles & known.articles:
        return None
    title_words = {word for title in known.titles_by(each.last_day) for word in words(title)}
    honoured = bool(each.telling) and each.telling <= title_words
    led = each.sponsors & known.sponsors
    joined = each.sponsors <= known.sponsors | known.cosponsors
    if not (honoured or (led and joined)):
        return None
    score = 100 * len(_subject(each) & _stems(title_words)) + _currency(each, known)
    reason = "named in its title" if honoured else "sponsors, target and time agree"
    return score, reason


def by_event(each: Evidence, known: Evidence) -> Fit | None:
    """A described bill went through on the day, or by the votes, by which a known one did."""
    if each.kind != "bill" or known.kind != "bill" or not _same_congress(each, known):
        return None
    found = _same_event(each, known)
    return (1, found[1]) if found else None


def by_ordinal(each: Evidence, known: Evidence) -> Fit | None:
    """A numbered package without a target is the issuer's one of that number."""
    if each.ordinal is None or each.ordinal != known.ordinal or _issuer(each) != _issuer(known):
        return None
    return 1, f"the issuer's package number {each.ordinal}"


def by_date(each: Evidence, known: Evidence) -> Fit | None:
    """An act without a number was put in force on the day of a numbered package."""
    if not _may_be_numbered(each, known) or each.form == "regime":
        return None
    day = known.dates.get("adopted")
    return (1, f"adopted on {day}") if day is not None and day in each.act_days else None


def by_turn(each: Evidence, known: Evidence) -> Fit | None:
    """A package on its way is the issuer's next one that was not adopted by then."""
    adopted = known.dates.get("adopted")
    if not _may_be_numbered(each, known) or not each.pending or each.form != "named":
        return None
    if adopted is None or each.act_days or not each.days:
        return None
    ahead = adopted - max(each.days)
    if not timedelta(0) < ahead <= PREPARATION:
        return None
    # Of several, the one to be adopted first: the fewer days ahead, the better.
    return -ahead.days, f"next package, adopted on {adopted}"


_RULES: tuple[tuple[str, Callable[[Evidence, Evidence], Fit | None]], ...] = (
    ("title", by_title),
    ("sponsors", by_sponsors),
    ("event", by_event),
    ("ordinal", by_ordinal),
    ("date", by_date),
    ("turn", by_turn),
)


def is_alike(one: Evidence, other: Evidence) -> bool:
    """Whether two described measures could be one."""
    return _same_description(one, other) is not None


def _same_description(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    if one.kind != other.kind:
        return None
    return _same_bill(one, other) if one.kind == "bill" else _same_act(one, other)


def _same_bill(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    if not _same_congress(one, other):
        return None
    shared = one.names & (other.names | other.initials) or one.initials & other.names
    if shared:
        return "name", f'both are called "{min(shared)}"'
    if found := _same_event(one, other):
        return found
    pair = one.sponsors & other.sponsors
    if len(pair) >= 2 and pair in (one.sponsors, other.sponsors) and one.targets == other.targets:
        return ("sponsors", "sponsors and target agree") if one.targets else None
    return None


def _same_event(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    """What happened to both: few bills against one country go through on one day."""
    if (one.titled and other.titled) or not one.targets & other.targets:
        return None
    tallies = [vote for vote in one.tallies if any(vote.is_same(each) for each in other.tallies)]
    if tallies:
        vote = min(tallies, key=lambda each: (each.body, each.on, each.count))
        return "tally", f"{vote.on} by {vote.count} in {vote.body}"
    happened = [
        event
        for event in one.events | other.events
        if any(event.is_same(each) for each in one.events)
        and any(event.is_same(each) for each in other.events)
    ]
    if not happened:
        return None
    event = min(happened, key=lambda each: (each.end - each.start, each.start, each.status))
    place = f" in {event.body}" if event.body else ""
    when = event.start if event.end - event.start == timedelta(days=1) else f"{event.start:%Y-%m}"
    return "event", f"{event.status}{place} on {when}"


def _same_act(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    if _issuer_and_targets(one) != _issuer_and_targets(other) or _speaks_against(one, other):
        return None
    if one.act_days and other.act_days:
        return ("day", "issuer, target and day agree") if one.act_days == other.act_days else None
    if not _told_together(one, other):
        return None
    if phrases := [name for name in one.names & other.names if _is_telling(name)]:
        return "phrase", f'both are called "{min(phrases)}"'
    if due := (one.act_days | one.due_days) & (other.act_days | other.due_days):
        return "due", f"issuer and target agree, foretold for {min(due)}"
    return (_same_report if one.act_days or other.act_days else _same_plan)(one, other)


def _same_plan(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    """Two acts that lie ahead, in one week; what is decided is not what is only talked of."""
    if not (_lies_ahead(one) and _lies_ahead(other)) or _week(one) != _week(other):
        return None
    decided = one.firm & other.firm
    talked_of = (
        not one.firm and not other.firm and (one.soft, one.sectors) == (other.soft, other.sectors)
    )
    return (
        ("week", "issuer, target and week agree, and both lie ahead")
        if (decided or talked_of)
        else None
    )


def _same_report(one: Evidence, other: Evidence) -> tuple[str, str] | None:
    """An act, and one that is told without its day just after."""
    dated, told = (one, other) if one.act_days else (other, one)
    since = [day - max(dated.act_days) for day in told.days]
    fresh = since and all(timedelta(0) <= gap <= REPORTED_WITHIN for gap in since)
    if told.in_force and fresh and not _BEFORE & _words(told):
        return "report", "issuer and target agree, told within days of the act"
    return None


def _lies_ahead(each: Evidence) -> bool:
    return bool(each.firm or each.soft) and not each.in_force


def _told_together(one: Evidence, other: Evidence) -> bool:
    """Whether an article about one came out within reach of one about the other, or of its day."""
    these, those = one.days | one.act_days, other.days | other.act_days
    return any(abs(this - that) <= REACH for this in these for that in those)


def _is_telling(name: str) -> bool:
    return len([word for word in words(name) if word not in COMMON_WORDS]) >= _TELLING_PHRASE


def _words(each: Evidence) -> set[str]:
    return {word for title in each.titles for word in words(title)}


def _speaks_against(one: Evidence, other: Evidence) -> bool:
    counts = any(
        one.counts[listed].isdisjoint(other.counts[listed])
        for listed in one.counts.keys() & other.counts.keys()
    )
    apart = [(one.sectors, other.sectors), (one.telling, other.telling)]
    unlike = any(left and right and left.isdisjoint(right) for left, right in apart)
    return counts or unlike or (one.form == "regime") != (other.form == "regime")


def _issuer_and_targets(each: Evidence) -> tuple[str, frozenset[str]]:
    return each.key.partition("/")[0], frozenset(each.targets)


def _week(each: Evidence) -> tuple[int, int] | None:
    return each.when.isocalendar()[:2] if each.when else None


def _may_be_numbered(each: Evidence, known: Evidence) -> bool:
    return (
        each.kind == known.kind == "package"
        and each.ordinal is None
        and known.ordinal is not None
        and _issuer_and_targets(each) == _issuer_and_targets(known)
    )


def _same_congress(one: Evidence, other: Evidence) -> bool:
    if _issuer(one) != _issuer(other):
        return False
    return one.congress is None or other.congress is None or one.congress == other.congress


def _issuer(each: Evidence) -> str:
    return each.key.partition("/")[0]


def _was_there(each: Evidence, known: Evidence) -> bool:
    """Whether the known bill had been introduced when an article told of the described one."""
    last = each.last_day
    if last is None:
        return True
    if known.introduced_on is not None and last < known.introduced_on:
        return False
    return known.congress is None or min(each.days) < congress_days(known.congress)[1]


def _currency(each: Evidence, known: Evidence) -> int:
    """1 if nothing had taken the known bill's place by then, else 0."""
    last = each.last_day
    replaced = any(
        since is None or last is None or since <= last for since in known.successors.values()
    )
    return 0 if replaced else 1


def _subject(each: Evidence) -> set[str]:
    """Stems of the words that say what a bill is about, of its descriptions."""
    about = {word for name in each.names | {each.key.rpartition("~")[2]} for word in words(name)}
    return _stems(about | {word for title in each.titles for word in words(title)})


def _stems(found: Iterable[str]) -> set[str]:
    return {word[:_STEM] for word in found if len(word) > 3 and word not in _STRUCTURE}


_STRUCTURE = COMMON_WORDS - {"sanction", "sanctions", "sanctioning", "sanctioned"}
