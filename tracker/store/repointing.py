"""What each measure counts as, worked out from the merges, and carried to its claims."""

from collections.abc import Collection

from sqlalchemy import Connection, or_, select, update

from tracker.models import table

CLAIMS = ("status_change", "sponsorship", "support", "vote_threshold", "vote", "designation")


def repoint(connection: Connection, ids: Collection[int]) -> None:
    """Bring measures, claims and mentions in line with the merges that bear on `ids`."""
    family = _family(connection, ids)
    into = _merges(connection, family)
    measure = table("measure")
    known = connection.execute(
        select(measure.c.id, measure.c.merged_into_id).where(measure.c.id.in_(family))
    )
    for each, merged in known.all():
        root = _root(each, into)
        if (merged or each) == root:
            continue
        values = {"merged_into_id": None if root == each else root}
        connection.execute(update(measure).where(measure.c.id == each).values(values))
        for name in CLAIMS:
            rows = table(name)
            connection.execute(
                update(rows).where(rows.c.stated_measure_id == each).values(measure_id=root)
            )
        described = connection.scalar(select(measure.c.provisional).where(measure.c.id == root))
        mention = table("mention")
        connection.execute(
            update(mention)
            .where(mention.c.stated_measure_id == each)
            .values(measure_id=root, resolution="provisional" if described else "linked")
        )


def _family(connection: Connection, ids: Collection[int]) -> set[int]:
    """The measures that hang together with `ids` through merges as they are or were."""
    merge, measure = table("measure_merge"), table("measure")
    family, frontier = set(ids), set(ids)
    while frontier:
        links = connection.execute(
            select(merge.c.measure_id, merge.c.into_id).where(
                or_(merge.c.measure_id.in_(frontier), merge.c.into_id.in_(frontier))
            )
        ).all()
        stale = connection.execute(
            select(measure.c.id, measure.c.merged_into_id).where(
                or_(measure.c.id.in_(frontier), measure.c.merged_into_id.in_(frontier))
            )
        ).all()
        frontier = {each for row in (*links, *stale) for each in row if each} - family
        family |= frontier
    return family


def _merges(connection: Connection, family: Collection[int]) -> dict[int, int]:
    merge = table("measure_merge")
    rows = connection.execute(
        select(merge.c.measure_id, merge.c.into_id).where(merge.c.measure_id.in_(family))
    )
    return {row.measure_id: row.into_id for row in rows}


def _root(each: int, into: dict[int, int]) -> int:
    while each in into:
        each = into[each]
    return each
