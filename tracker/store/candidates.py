"""Which measures bear on what a measure is: all that could be one with it, and with those."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, and_, or_, select

from tracker.models import table
from tracker.store.evidence import Evidence, about, read_evidence
from tracker.store.linking import PREPARATION, REACH, is_alike

_SAME_CONGRESS = """
    one.jurisdiction = two.jurisdiction
    AND (here.congress = there.congress OR here.congress IS NULL OR there.congress IS NULL)
"""
# Numbered bills are never one with each other, however much they share.
_ONE_IS_DESCRIBED = "(one.provisional OR two.provisional)"
# What befell two bills is compared only if one lacks a title and both are aimed at one country.
_MAY_SHARE_EVENTS = f"""
    {_ONE_IS_DESCRIBED} AND (here.title IS NULL OR there.title IS NULL)
    AND EXISTS (SELECT 1
                FROM measure_target AS its
                JOIN measure_target AS other ON other.country_code = its.country_code
                WHERE its.measure_id = here.measure_id AND other.measure_id = there.measure_id)
"""  # noqa: S608  parts of our own
# Two described bills are compared by sponsors only if they share two: many share one.
_ALIKE = about(f"""
    SELECT two.id
    FROM measure_alias AS a
    JOIN measure_alias AS b ON b.folded = a.folded
    JOIN measure AS one ON one.id = a.measure_id
    JOIN bill AS here ON here.measure_id = one.id
    JOIN measure AS two ON two.id = b.measure_id
    JOIN bill AS there ON there.measure_id = two.id
    WHERE a.measure_id IN :ids AND {_SAME_CONGRESS}
      AND (a.kind <> 'initials' OR b.kind <> 'initials') AND {_ONE_IS_DESCRIBED}
    UNION
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
    WHERE {_SAME_CONGRESS} AND {_ONE_IS_DESCRIBED}
    GROUP BY one.id, one.provisional, two.id, two.provisional
    HAVING NOT one.provisional OR NOT two.provisional OR count(DISTINCT shared.name) >= 2
    UNION
    SELECT b.stated_measure_id
    FROM status_change AS a
    JOIN status_change AS b
      ON b.status = a.status AND b.date_from < a.date_to AND b.date_to > a.date_from
    JOIN measure AS one ON one.id = a.stated_measure_id
    JOIN bill AS here ON here.measure_id = one.id
    JOIN measure AS two ON two.id = b.stated_measure_id
    JOIN bill AS there ON there.measure_id = two.id
    WHERE a.stated_measure_id IN :ids AND {_MAY_SHARE_EVENTS}
      AND a.status IN ('passed', 'failed', 'agreed', 'cleared', 'enacted', 'vetoed', 'overridden')
      AND a.modality = 'actual' AND b.modality = 'actual'
    UNION
    SELECT b.stated_measure_id
    FROM vote AS a
    JOIN vote AS b ON b.body = a.body AND b.yeas = a.yeas AND b.nays = a.nays
    JOIN measure AS one ON one.id = a.stated_measure_id
    JOIN bill AS here ON here.measure_id = one.id
    JOIN measure AS two ON two.id = b.stated_measure_id
    JOIN bill AS there ON there.measure_id = two.id
    WHERE a.stated_measure_id IN :ids AND {_MAY_SHARE_EVENTS}
    UNION
    SELECT measure_id FROM measure_relation
    WHERE related_id IN :ids AND relation IN ('supersedes', 'vehicle')
    UNION
    SELECT related_id FROM measure_relation
    WHERE measure_id IN :ids AND relation IN ('supersedes', 'vehicle')
    UNION
    SELECT measure_id FROM measure_merge WHERE into_id IN :ids
    UNION
    SELECT into_id FROM measure_merge WHERE measure_id IN :ids
""")  # noqa: S608  parts of our own
_MERGED = about("""
    SELECT measure_id FROM measure_merge WHERE into_id IN :ids
    UNION SELECT into_id FROM measure_merge WHERE measure_id IN :ids
""")


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
        found = set(connection.scalars(_ALIKE, {"ids": list(frontier)}))
        frontier = found - scope
        scope |= frontier
    read |= {each.id: each for each in read_evidence(connection, scope - read.keys())}
    scope |= _with_packages(connection, read)
    return sorted(read.values(), key=lambda each: each.key), scope


def _with_packages(connection: Connection, read: dict[int, Evidence]) -> set[int]:
    """Read what bears on the packages read so far, and tell which of that may change with them."""
    reached = {each.id for each in read.values() if each.kind == "package"}
    frontier = set(reached)
    while frontier:
        around = _around(connection, [read[each] for each in frontier])
        merged = set(connection.scalars(_MERGED, {"ids": list(frontier)}))
        new = read_evidence(connection, (around | merged) - read.keys())
        read |= {each.id: each for each in new}
        frontier = _touched(read, frontier) | merged
        frontier -= reached
        reached |= frontier
    return reached


def _touched(read: dict[int, Evidence], ids: Collection[int]) -> set[int]:
    """Described packages that one of `ids` may be one with."""
    described = [each for each in read.values() if each.kind == "package" and each.provisional]
    return {
        other.id
        for each in (read[one] for one in ids)
        for other in described
        if other.id != each.id
        and (is_alike(each, other) if each.provisional else _may_be(other, each))
    }


def _may_be(described: Evidence, known: Evidence) -> bool:
    """Whether a described package was told of while a known one was on its way or adopted."""
    if not known.dates or not described.when:
        return False
    first, last = min(known.dates.values()) - PREPARATION, max(known.dates.values())
    return first <= described.when <= last


def _around(connection: Connection, packages: Iterable[Evidence]) -> set[int]:
    """The issuers' numbered packages, and described ones about the days of these."""
    measure, package = table("measure"), table("sanctions_package")
    wanted = []
    for issuer in sorted({each.key.partition("/")[0] for each in packages}):
        issued = and_(measure.c.key > f"{issuer}/", measure.c.key < f"{issuer}0")
        wanted.append(and_(issued, package.c.ordinal.is_not(None)))
    for each in packages:
        span = _span(each)
        if span:
            head = each.key.rpartition("/")[0]
            first, last = f"{head}/~{span[0]}", f"{head}/~{span[1]}~"
            wanted.append(and_(measure.c.key >= first, measure.c.key <= last))
    joined = select(measure.c.id).join(package, package.c.measure_id == measure.c.id)
    return set(connection.scalars(joined.where(or_(*wanted))))


def _span(each: Evidence) -> tuple[date, date] | None:
    """First and last day of what could be one with a package."""
    if each.provisional:
        days: Collection[date] = each.act_days | each.days | each.due_days
        before, after = REACH, REACH
    else:
        days, before, after = each.dates.values(), PREPARATION, timedelta(0)
    return (min(days) - before, max(days) + after) if days else None
