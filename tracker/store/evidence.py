"""What is known of each measure that bears on whether two are one."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection, TextClause, bindparam, text

from tracker.store.folding import fold
from tracker.store.keys import telling_words
from tracker.store.partial_dates import interval

_PUT_IN_FORCE = ("adopted", "extended", "amended", "eased", "ended")
_ON_ITS_WAY = ("preparing", "proposed", "blocked", "agreed")
_FIRM = ("planned", "expected")
_DECISIVE = ("passed", "failed", "agreed", "cleared", "enacted", "vetoed", "overridden")
_OF_A_CHAMBER = ("passed", "failed")
_RARE = ("enacted", "vetoed", "overridden")
_MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Event:
    """What happened to a bill on a day, or in a month where that is rare enough to tell it by."""

    status: str
    body: str | None
    start: date
    end: date

    def is_same(self, other: "Event") -> bool:
        """Whether another document can tell of the same event."""
        same = (self.status, self.body) == (other.status, other.body)
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Tally:
    """How a chamber divided on a bill, on a day from `start`, where that is told, to `end`."""

    body: str
    on: str
    count: str
    start: date | None
    end: date | None

    def is_same(self, other: "Tally") -> bool:
        """Whether another document can tell of the same vote."""
        same = (self.body, self.on, self.count) == (other.body, other.on, other.count)
        return same and not any(
            one.end and two.start and one.end < two.start
            for one, two in ((self, other), (other, self))
        )


@dataclass
class Evidence:
    """A measure under its stated key, with all that documents under that key say of it.

    Attributes:
        id: Its row.
        key: Its key.
        kind: bill or package.
        provisional: Whether its key only describes it.
        congress: Number of the US Congress.
        titles: Its titles, each with the day from which it bears it, where known.
        names: Its names, as they are compared.
        initials: Short forms that may be made of its titles.
        telling: Words of proper names in them.
        targets: Places that it is aimed against.
        sponsors: Its sponsors: ids of people, folded names of others.
        cosponsors: The same for cosponsors.
        articles: Articles that tell of it.
        days: Days of publication of those.
        act_days: Days on which it was put in force or changed, where told to the day.
        pending: Whether an article says that it is on its way.
        in_force: Whether an article says that it was put in force, on whatever day.
        firm: What an article says that will be done: adopted, extended...
        soft: What one says that may be done.
        due_days: Days for which it was foretold, where told to the day.
        events: What happened to a bill and when.
        tallies: How chambers divided on it.
        counts: Exact counts of what it lists, by type.
        sectors: What it hits.
        form: Form of a package.
        ordinal: Ordinal of a package.
        titled: Whether its short title is known.
        introduced_on: Day of introduction, official.
        dates: Reference dates of a package.
        successors: Measures that took its place, each with the day from which.
    """

    id: int
    key: str
    kind: str
    provisional: bool
    congress: int | None
    form: str | None
    ordinal: int | None
    introduced_on: date | None
    titled: bool
    titles: dict[str, date | None] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    sponsors: set[str] = field(default_factory=set)
    cosponsors: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    act_days: set[date] = field(default_factory=set)
    pending: bool = False
    in_force: bool = False
    firm: set[str] = field(default_factory=set)
    soft: set[str] = field(default_factory=set)
    due_days: set[date] = field(default_factory=set)
    events: set[Event] = field(default_factory=set)
    tallies: set[Tally] = field(default_factory=set)
    counts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    sectors: set[str] = field(default_factory=set)
    dates: dict[str, date] = field(default_factory=dict)
    successors: dict[int, date | None] = field(default_factory=dict)

    @property
    def last_day(self) -> date | None:
        """Last day on which an article told of it."""
        return max(self.days, default=None)

    def titles_by(self, day: date | None) -> list[str]:
        """The titles that it bore by `day`; all of them if that is None."""
        return [
            title
            for title, since in self.titles.items()
            if day is None or since is None or since <= day
        ]

    @property
    def when(self) -> date | None:
        """The day on which it was put in force, else the first on which it was told of."""
        return min(self.act_days or self.days, default=None)


def about(query: str) -> TextClause:
    """A query about the measures `:ids`."""
    return text(query).bindparams(bindparam("ids", expanding=True))


_MEASURES = about("""
    SELECT m.id, m.key, m.kind, m.provisional, m.name, b.congress, b.title, b.official_title,
           CAST(b.introduced_on AS VARCHAR) AS introduced_on, p.form, p.ordinal,
           CAST(p.proposed_on AS VARCHAR) AS proposed, CAST(p.agreed_on AS VARCHAR) AS agreed,
           CAST(p.adopted_on AS VARCHAR) AS adopted
    FROM measure AS m
    LEFT JOIN bill AS b ON b.measure_id = m.id
    LEFT JOIN sanctions_package AS p ON p.measure_id = m.id
    WHERE m.id IN :ids
""")
# One query for all that is said of them: eight small ones take several times as long.
_FACTS = about("""
    SELECT measure_id AS id, 'alias' AS facet, kind AS a, folded AS b, alias AS c,
           CAST(NULL AS VARCHAR) AS d, CAST(NULL AS VARCHAR) AS e
    FROM measure_alias WHERE measure_id IN :ids
    UNION ALL
    SELECT measure_id, 'target', country_code, NULL, NULL, NULL, NULL
    FROM measure_target WHERE measure_id IN :ids
    UNION ALL
    SELECT measure_id, 'sector', sector, NULL, NULL, NULL, NULL
    FROM measure_sector WHERE measure_id IN :ids
    UNION ALL
    SELECT measure_id, 'title', title, CAST(since AS VARCHAR), NULL, NULL, NULL
    FROM bill_title WHERE measure_id IN :ids
    UNION ALL
    SELECT stated_measure_id, 'sponsorship', role, name, CAST(person_id AS VARCHAR), NULL, NULL
    FROM sponsorship WHERE stated_measure_id IN :ids
    UNION ALL
    SELECT DISTINCT n.stated_measure_id, 'article', CAST(a.id AS VARCHAR), a.published_at,
           NULL, NULL, NULL
    FROM mention AS n JOIN article AS a ON a.id = n.article_id
    WHERE n.stated_measure_id IN :ids
    UNION ALL
    SELECT stated_measure_id, 'status', status, modality, CAST(date_from AS VARCHAR),
           CAST(date_to AS VARCHAR), body
    FROM status_change WHERE stated_measure_id IN :ids
    UNION ALL
    SELECT stated_measure_id, 'vote', body, on_status, yeas || '-' || nays,
           CAST(date_from AS VARCHAR), CAST(effective_on AS VARCHAR)
    FROM vote WHERE stated_measure_id IN :ids AND body IS NOT NULL
    UNION ALL
    SELECT stated_measure_id, 'designation', type, CAST(count AS VARCHAR), NULL, NULL, NULL
    FROM designation WHERE stated_measure_id IN :ids AND comparator = '='
    UNION ALL
    SELECT related_id, 'successor', CAST(measure_id AS VARCHAR), CAST(since AS VARCHAR),
           NULL, NULL, NULL
    FROM measure_relation
    WHERE related_id IN :ids AND relation IN ('supersedes', 'vehicle')
""")


def read_evidence(connection: Connection, ids: Collection[int]) -> list[Evidence]:
    """The evidence on the measures `ids` alone, in the order of their keys."""
    if not ids:
        return []
    found = _measures(connection, ids)
    dated: dict[int, dict[str, date | None]] = defaultdict(dict)
    for each, facet, *cells in connection.execute(_FACTS, {"ids": list(ids)}):
        if facet == "title":
            _add_title(dated[each], *cells[:2])
        else:
            _ADDERS[facet](found[each], *cells)
    for each, titles in dated.items():
        found[each].titles = titles
    return sorted(found.values(), key=lambda each: each.key)


def _measures(connection: Connection, ids: Collection[int]) -> dict[int, Evidence]:
    found = {}
    for row in connection.execute(_MEASURES, {"ids": list(ids)}):
        dates = {name: _day(getattr(row, name)) for name in ("proposed", "agreed", "adopted")}
        found[row.id] = Evidence(
            id=row.id,
            key=row.key,
            kind=row.kind,
            provisional=bool(row.provisional),
            congress=row.congress,
            form=row.form,
            ordinal=row.ordinal,
            introduced_on=_day(row.introduced_on),
            titled=row.title is not None,
            titles=dict.fromkeys(filter(None, (row.name, row.title, row.official_title))),
            dates={name: day for name, day in dates.items() if day},
        )
    return found


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _add_title(titles: dict[str, date | None], title: str, since: str | None) -> None:
    day = _day(since)
    known = titles.get(title, day)
    titles[title] = min(known, day) if known and day else None


def _add_alias(each: Evidence, kind: str, folded: str, alias: str, *_: None) -> None:
    if kind == "initials":
        each.initials.add(folded)
        return
    each.names.add(folded)
    each.telling |= telling_words(alias)


def _add_target(each: Evidence, code: str, *_: None) -> None:
    each.targets.add(code)


def _add_sector(each: Evidence, sector: str, *_: None) -> None:
    each.sectors.add(sector)


def _add_sponsor(each: Evidence, role: str, name: str, person: str | None, *_: None) -> None:
    who = fold(name) if person is None else person
    (each.sponsors if role == "sponsor" else each.cosponsors).add(who)


def _add_article(each: Evidence, article: str, published: str | None, *_: None) -> None:
    each.articles.add(int(article))
    span = interval(published)
    if span:
        each.days.add(span.last)


def _add_status(
    each: Evidence, status: str, modality: str, start: str | None, end: str | None, body: str | None
) -> None:
    since, until = _day(start), _day(end)
    if each.kind == "bill":
        if modality == "actual" and status in _DECISIVE and since and until:
            _add_event(each, status, body, since, until)
        return
    told_on = {since} if since and until == since + timedelta(days=1) else set()
    if modality == "actual" and status in _ON_ITS_WAY:
        each.pending = True
        each.firm.add("adopted")
    if status not in _PUT_IN_FORCE or modality == "negated":
        return
    if modality != "actual":
        (each.firm if modality in _FIRM else each.soft).add(status)
        each.due_days |= told_on
        return
    each.in_force = True
    each.act_days |= told_on


def _add_event(each: Evidence, status: str, body: str | None, start: date, end: date) -> None:
    most = _MONTH if status in _RARE else timedelta(days=1)
    if end - start > most or (status in _OF_A_CHAMBER and body is None):
        return
    each.events.add(Event(status, body if status in _OF_A_CHAMBER else None, start, end))


def _add_vote(
    each: Evidence, body: str, on: str, count: str, start: str | None, end: str | None
) -> None:
    each.tallies.add(Tally(body, on, count, _day(start), _day(end)))


def _add_designation(each: Evidence, listed: str, count: str, *_: None) -> None:
    each.counts[listed].add(int(count))


def _add_successor(each: Evidence, other: str, since: str | None, *_: None) -> None:
    each.successors[int(other)] = _day(since)


_ADDERS: Mapping[str, Callable[..., None]] = {
    "alias": _add_alias,
    "target": _add_target,
    "sector": _add_sector,
    "sponsorship": _add_sponsor,
    "article": _add_article,
    "status": _add_status,
    "vote": _add_vote,
    "designation": _add_designation,
    "successor": _add_successor,
}
"""What takes in the facts of each facet."""
