"""What is known of each measure that bears on whether two are one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

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
        counts: Exact counts of what it lists, by type.
        sectors: What it hits.
        form: Form of a package.
        ordinal: Ordinal of a package.
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
    bills = set(ids)
    frontier = set(ids)
    while frontier:
        frontier = _alike_bills(connection, frontier) - bills
        bills |= frontier
    described = set(ids) | _described_before(connection, ids)
    around = _packages_around(connection, described)
    found = read_evidence(connection, bills | described | around)
    near = _near(found, described)
    return found, bills | described | near


def read_evidence(connection: Connection, ids: Collection[int]) -> list[Evidence]:
    """The evidence on the measures `ids` alone, in the order of their keys."""
    found = _measures(connection, ids)
    _add_descriptions(connection, found)
    _add_people(connection, found)
    _add_articles(connection, found)
    _add_claims(connection, found)
    _add_relations(connection, found)
    return sorted(found.values(), key=lambda each: each.key)


def _alike_bills(connection: Connection, ids: Collection[int]) -> set[int]:
    """Bills that share a name, or sponsors, with one of `ids`, or were merged with it."""
    measure, bill, alias, sponsor = (
        table(name) for name in ("measure", "bill", "measure_alias", "sponsorship")
    )
    one, two = measure.alias("one"), measure.alias("two")
    here, there = bill.alias("here"), bill.alias("there")

    def pairs(relation: Any, shared: Any) -> Select[Any]:
        left, right = relation.alias("left"), relation.alias("right")
        column = "stated_measure_id" if relation is sponsor else "measure_id"
        same_congress = or_(
            here.c.congress == there.c.congress,
            here.c.congress.is_(None),
            there.c.congress.is_(None),
        )
        return (
            select(two.c.id, one.c.provisional, two.c.provisional)
            .select_from(left)
            .join(right, shared(left, right))
            .join(one, one.c.id == left.c[column])
            .join(two, two.c.id == right.c[column])
            .join(here, here.c.measure_id == one.c.id)
            .join(there, and_(there.c.measure_id == two.c.id, same_congress))
            .where(one.c.id.in_(ids), two.c.id.not_in(ids))
            .where(one.c.jurisdiction == two.c.jurisdiction)
        )

    def same_person(left: Any, right: Any) -> Any:
        alike = or_(
            left.c.person_id == right.c.person_id,
            and_(left.c.person_id.is_(None), left.c.name == right.c.name),
        )
        return and_(left.c.role == "sponsor", right.c.role == "sponsor", alike)

    by_name = pairs(alias, lambda left, right: left.c.folded == right.c.folded)
    by_sponsor = pairs(sponsor, same_person)
    found = {row[0] for row in connection.execute(by_name.distinct())}
    # Two described bills are compared only if they share two sponsors: many share one.
    for other, described, also in connection.execute(by_sponsor.distinct()):
        if not (described and also):
            found.add(other)
    left, right = sponsor.alias("left"), sponsor.alias("right")
    by_two = (
        select(right.c.stated_measure_id)
        .join(left, same_person(left, right))
        .where(left.c.stated_measure_id.in_(ids), right.c.stated_measure_id.not_in(ids))
        .group_by(left.c.stated_measure_id, right.c.stated_measure_id)
        .having(func.count(left.c.name.distinct()) >= 2)
    )
    return found | set(connection.scalars(by_two)) | _merged_with(connection, ids)


def _merged_with(connection: Connection, ids: Collection[int]) -> set[int]:
    merge = table("measure_merge")
    rows = connection.execute(
        select(merge.c.measure_id, merge.c.into_id).where(
            or_(merge.c.measure_id.in_(ids), merge.c.into_id.in_(ids))
        )
    )
    return {each for row in rows for each in row}


def _described_before(connection: Connection, ids: Collection[int]) -> set[int]:
    """Described packages that could be one of those among `ids` that have reference dates."""
    found: set[int] = set()
    for each in read_evidence(connection, ids):
        if each.dates:
            first, last = min(each.dates.values()) - PREPARATION, max(each.dates.values())
            found |= set(connection.scalars(_described_between(each.key, first, last)))
    return found


def _packages_around(connection: Connection, ids: Collection[int]) -> set[int]:
    """Packages of the same issuer about the days of `ids`, and its numbered ones."""
    found: set[int] = set()
    for each in read_evidence(connection, ids):
        if each.kind != "package":
            continue
        found |= set(connection.scalars(_numbered(each.key.partition("/")[0])))
        for day in each.act_days | each.days:
            found |= set(connection.scalars(_described_between(each.key, day - REACH, day + REACH)))
        found |= _merged_with(connection, [each.id])
    return found


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
        dated[each][title] = since
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
        if modality == "actual" and status in _ON_ITS_WAY:
            found[each].pending = True
        exact = start is not None and end == start + timedelta(days=1)
        if modality == "actual" and status in _PUT_IN_FORCE and exact:
            found[each].act_days.add(start)
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
        if relation in ("supersedes", "vehicle"):
            found[each].successors[other] = since
