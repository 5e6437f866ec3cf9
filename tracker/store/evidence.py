"""What is known of each measure that bears on whether two are one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, TextClause, bindparam, select, text

from tracker.models import table
from tracker.store.folding import fold
from tracker.store.keys import telling_words
from tracker.store.partial_dates import interval

REACH = timedelta(days=14)
"""How far around a package's days others are looked at."""

PREPARATION = timedelta(days=200)
"""How long before its first reference date a package may be told of as on its way."""

_PUT_IN_FORCE = ("adopted", "extended", "amended", "eased", "ended")
_ON_ITS_WAY = ("preparing", "proposed", "blocked", "agreed")


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
        telling: Words of proper names in them.
        targets: Places that it is aimed against.
        sponsors: Its sponsors: ids of people, folded names of others.
        cosponsors: The same for cosponsors.
        articles: Articles that tell of it.
        days: Days of publication of those.
        act_days: Days on which it was put in force or changed, where told to the day.
        pending: Whether an article says that it is on its way.
        in_force: Whether an article says that it was put in force, on whatever day.
        foretold: What an article says that may or will be done: adopted, extended...
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
    telling: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    sponsors: set[str] = field(default_factory=set)
    cosponsors: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    act_days: set[date] = field(default_factory=set)
    pending: bool = False
    in_force: bool = False
    foretold: set[str] = field(default_factory=set)
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


def gather(connection: Connection, ids: Collection[int]) -> tuple[list[Evidence], set[int]]:
    """The evidence that decides what each of `ids` is.

    Returns:
        The evidence on them and on all that one of them could be; and the ids of the measures
        that may have become another one through them, whose own evidence is complete.
    """
    read = {each.id: each for each in read_evidence(connection, ids)}
    scope = set(read)
    frontier = {each.id for each in read.values() if each.kind == "bill"}
    while frontier:
        frontier = _alike_bills(connection, frontier) - scope
        scope |= frontier
    packages = [each for each in read.values() if each.kind == "package"]
    described = _described_before(connection, packages) - scope
    packages += read_evidence(connection, described)
    scope |= described
    around = _packages_around(connection, packages)
    read |= {each.id: each for each in packages}
    read |= {each.id: each for each in read_evidence(connection, (scope | around) - read.keys())}
    found = sorted(read.values(), key=lambda each: each.key)
    return found, scope | _near(found, {each.id for each in packages})


def read_evidence(connection: Connection, ids: Collection[int]) -> list[Evidence]:
    """The evidence on the measures `ids` alone, in the order of their keys."""
    found = _measures(connection, ids) if ids else {}
    if not found:
        return []
    _add_descriptions(connection, found)
    _add_people(connection, found)
    _add_articles(connection, found)
    _add_claims(connection, found)
    _add_relations(connection, found)
    return sorted(found.values(), key=lambda each: each.key)


_SAME_CONGRESS = """
    one.jurisdiction = two.jurisdiction
    AND (here.congress = there.congress OR here.congress IS NULL OR there.congress IS NULL)
"""
_BY_NAME = f"""
    SELECT DISTINCT two.id
    FROM measure_alias AS a
    JOIN measure_alias AS b ON b.folded = a.folded
    JOIN measure AS one ON one.id = a.measure_id
    JOIN bill AS here ON here.measure_id = one.id
    JOIN measure AS two ON two.id = b.measure_id
    JOIN bill AS there ON there.measure_id = two.id
    WHERE a.measure_id IN :ids AND {_SAME_CONGRESS}
"""  # noqa: S608  parts of our own
# Two described bills are compared only if they share two sponsors: many share one.
_BY_SPONSOR = f"""
    SELECT two.id
    FROM (SELECT a.stated_measure_id AS one_id, b.stated_measure_id AS two_id, a.name
          FROM sponsorship AS a
          JOIN sponsorship AS b ON b.person_id = a.person_id
          WHERE a.stated_measure_id IN :ids AND a.role = 'sponsor' AND b.role = 'sponsor'
          UNION
          SELECT a.stated_measure_id, b.stated_measure_id, a.name
          FROM sponsorship AS a
          JOIN sponsorship AS b ON b.name = a.name AND b.person_id IS NULL
          WHERE a.stated_measure_id IN :ids AND a.person_id IS NULL
            AND a.role = 'sponsor' AND b.role = 'sponsor') AS shared
    JOIN measure AS one ON one.id = shared.one_id
    JOIN bill AS here ON here.measure_id = one.id
    JOIN measure AS two ON two.id = shared.two_id
    JOIN bill AS there ON there.measure_id = two.id
    WHERE {_SAME_CONGRESS}
    GROUP BY one.id, one.provisional, two.id, two.provisional
    HAVING NOT one.provisional OR NOT two.provisional OR count(DISTINCT shared.name) >= 2
"""  # noqa: S608  parts of our own
_RELATED = """
    SELECT measure_id FROM measure_relation
    WHERE related_id IN :ids AND relation IN ('supersedes', 'vehicle')
    UNION SELECT related_id FROM measure_relation
    WHERE measure_id IN :ids AND relation IN ('supersedes', 'vehicle')
"""
_MERGED = """
    SELECT measure_id FROM measure_merge WHERE into_id IN :ids
    UNION SELECT into_id FROM measure_merge WHERE measure_id IN :ids
"""


def _about(query: str) -> TextClause:
    return text(query).bindparams(bindparam("ids", expanding=True))


_ALIKE = tuple(_about(query) for query in (_BY_NAME, _BY_SPONSOR, _RELATED, _MERGED))


def _alike_bills(connection: Connection, ids: Collection[int]) -> set[int]:
    """Bills that share a name or sponsors with one of `ids`, replace it, or were merged with it."""
    found: set[int] = set()
    for query in _ALIKE:
        found |= set(connection.scalars(query, {"ids": list(ids)}))
    return found


def _described_before(connection: Connection, packages: Iterable[Evidence]) -> set[int]:
    """Described packages that could be one of those that have reference dates."""
    found: set[int] = set()
    for each in packages:
        if each.dates:
            first, last = min(each.dates.values()) - PREPARATION, max(each.dates.values())
            found |= set(connection.scalars(_described_between(each.key, first, last)))
    return found


def _packages_around(connection: Connection, packages: Collection[Evidence]) -> set[int]:
    """Packages of the same issuer about the days of these, and its numbered ones."""
    found: set[int] = set()
    for issuer in {each.key.partition("/")[0] for each in packages}:
        found |= set(connection.scalars(_numbered(issuer)))
    for each in packages:
        if each.provisional and (days := each.act_days | each.days):
            first, last = min(days) - REACH, max(days) + REACH
            found |= set(connection.scalars(_described_between(each.key, first, last)))
    ids = [each.id for each in packages]
    return found | set(connection.scalars(_about(_MERGED), {"ids": ids}) if ids else ())


def _near(found: Iterable[Evidence], ids: Collection[int]) -> set[int]:
    """Packages so near to one of `ids` that it bears on what they are."""
    described = [each for each in found if each.kind == "package" and each.when]
    days = {each.when for each in described if each.id in ids}
    return {
        each.id
        for each in described
        if any(day and each.when and abs(each.when - day) <= REACH / 2 for day in days)
    }


def _numbered(issuer: str) -> Select[Any]:
    measure, package = table("measure"), table("sanctions_package")
    return (
        select(measure.c.id)
        .join(package, package.c.measure_id == measure.c.id)
        .where(measure.c.key > f"{issuer}/", measure.c.key < f"{issuer}0")
        .where(package.c.ordinal.is_not(None))
    )


def _described_between(key: str, first: date, last: date) -> Select[Any]:
    measure = table("measure")
    head = key.rpartition("/")[0]
    return select(measure.c.id).where(
        measure.c.key >= f"{head}/~{first}", measure.c.key <= f"{head}/~{last}~"
    )


def _measures(connection: Connection, ids: Collection[int]) -> dict[int, Evidence]:
    measure, bill, package = table("measure"), table("bill"), table("sanctions_package")
    rows = connection.execute(
        select(
            measure.c.id,
            measure.c.key,
            measure.c.kind,
            measure.c.provisional,
            measure.c.name,
            bill.c.congress,
            bill.c.title,
            bill.c.official_title,
            bill.c.introduced_on,
            package.c.form,
            package.c.ordinal,
            package.c.proposed_on,
            package.c.agreed_on,
            package.c.adopted_on,
        )
        .outerjoin(bill, bill.c.measure_id == measure.c.id)
        .outerjoin(package, package.c.measure_id == measure.c.id)
        .where(measure.c.id.in_(ids))
    )
    found = {}
    for row in rows:
        dates = {"proposed": row.proposed_on, "agreed": row.agreed_on, "adopted": row.adopted_on}
        each = Evidence(
            id=row.id,
            key=row.key,
            kind=row.kind,
            provisional=row.provisional,
            congress=row.congress,
            form=row.form,
            ordinal=row.ordinal,
            introduced_on=row.introduced_on,
            titled=row.title is not None,
            titles=dict.fromkeys(filter(None, (row.name, row.title, row.official_title))),
            dates={name: day for name, day in dates.items() if day},
        )
        found[row.id] = each
    return found


def _rows(
    connection: Connection, name: str, found: Mapping[int, Evidence], column: str, *columns: str
) -> Iterable[Any]:
    relation = table(name)
    return connection.execute(
        select(relation.c[column], *(relation.c[each] for each in columns)).where(
            relation.c[column].in_(found)
        )
    )


def _add_descriptions(connection: Connection, found: Mapping[int, Evidence]) -> None:
    for each, folded, alias in _rows(
        connection, "measure_alias", found, "measure_id", "folded", "alias"
    ):
        found[each].names.add(folded)
        found[each].telling |= telling_words(alias)
    for each, code in _rows(connection, "measure_target", found, "measure_id", "country_code"):
        found[each].targets.add(code)
    for each, sector in _rows(connection, "measure_sector", found, "measure_id", "sector"):
        found[each].sectors.add(sector)
    dated: dict[int, dict[str, date | None]] = defaultdict(dict)
    for each, title, since in _rows(
        connection, "bill_title", found, "measure_id", "title", "since"
    ):
        known = dated[each].get(title, since)
        dated[each][title] = min(known, since) if known and since else None
    for each, titles in dated.items():
        found[each].titles = titles


def _add_people(connection: Connection, found: Mapping[int, Evidence]) -> None:
    columns = ("role", "person_id", "name")
    for each, role, person, name in _rows(
        connection, "sponsorship", found, "stated_measure_id", *columns
    ):
        who = fold(name) if person is None else str(person)
        (found[each].sponsors if role == "sponsor" else found[each].cosponsors).add(who)


def _add_articles(connection: Connection, found: Mapping[int, Evidence]) -> None:
    mention, article = table("mention"), table("article")
    rows = connection.execute(
        select(mention.c.stated_measure_id, article.c.id, article.c.published_at)
        .join(article, article.c.id == mention.c.article_id)
        .where(mention.c.stated_measure_id.in_(found))
        .distinct()
    )
    for each, article_id, published in rows:
        found[each].articles.add(article_id)
        span = interval(published)
        if span:
            found[each].days.add(span.last)


def _add_claims(connection: Connection, found: Mapping[int, Evidence]) -> None:
    columns = ("status", "modality", "date_from", "date_to")
    for each, status, modality, start, end in _rows(
        connection, "status_change", found, "stated_measure_id", *columns
    ):
        measure = found[each]
        if modality == "actual" and status in _ON_ITS_WAY:
            measure.pending = True
            measure.foretold.add("adopted")
        if status not in _PUT_IN_FORCE or modality == "negated":
            continue
        if modality != "actual":
            measure.foretold.add(status)
            continue
        measure.in_force = True
        if start is not None and end == start + timedelta(days=1):
            measure.act_days.add(start)
    for each, listed, count, comparator in _rows(
        connection, "designation", found, "stated_measure_id", "type", "count", "comparator"
    ):
        if comparator == "=":
            found[each].counts[listed].add(count)


def _add_relations(connection: Connection, found: Mapping[int, Evidence]) -> None:
    columns = ("relation", "measure_id", "since")
    for each, relation, other, since in _rows(
        connection, "measure_relation", found, "related_id", *columns
    ):
        if relation in {"supersedes", "vehicle"}:
            found[each].successors[other] = since
