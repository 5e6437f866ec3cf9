"""Who stands behind bills, and how that compares with the votes that are needed."""

from dataclasses import replace
from datetime import date

from tracker.listing import Listing
from tracker.reports.asked import Asked, Conditions, add_days, containing, of_state
from tracker.reports.rows import SUPPORT_SAID, dicts, support_in_words
from tracker.reports.source import Source

_THRESHOLDS = f"""
SELECT w.name, w.key, w.rule, {SUPPORT_SAID} AS said, w.basis, w.seats,
       coalesce(b.name, w.body) AS body, w.support_on, w.required, w.margin,
       w.margin_with_sponsors, w.claim
FROM whip_count AS w
JOIN bill_status AS s ON s.measure_id = w.measure_id
LEFT JOIN claim AS c ON c.claim = w.claim
LEFT JOIN body AS b ON b.code = w.body
{{where}}
ORDER BY w.name, w.key, w.support_kind, NOT w.preferred, w.body, w.claim, w.required, w.rule
"""
_SPONSORS = """
SELECT c.sponsor, s.name, s.key, c.role,
       max(CASE WHEN c.tier = 'official' THEN c.date END) AS on_record,
       min(c.withdrawn_on) AS withdrawn,
       count(DISTINCT c.article_id) AS articles,
       max(CASE c.place WHEN 1 THEN c.quote END) AS quote,
       'sponsorship-' || max(CASE c.place WHEN 1 THEN c.id END) AS claim
FROM (SELECT c.*,
             coalesce(p.name, c.name) AS sponsor,
             row_number() OVER (
                 PARTITION BY c.measure_id, coalesce(p.name, c.name), c.role
                 ORDER BY CASE c.tier WHEN 'official' THEN 1 ELSE 2 END,
                          c.reported_on IS NULL, c.reported_on, c.id) AS place
      FROM sponsorship AS c
      LEFT JOIN person AS p ON p.id = c.person_id
      WHERE c.superseded_at IS NULL AND (c.verdict IS NULL OR c.verdict <> 'rejected')) AS c
JOIN bill_status AS s ON s.measure_id = c.measure_id
{where}
GROUP BY c.sponsor, s.measure_id, s.name, s.key, c.role
{having}
ORDER BY s.name, s.key, CASE c.role WHEN 'sponsor' THEN 1 ELSE 2 END, 1
"""
_JOINED = """
SELECT c.date_from
FROM sponsorship AS c
WHERE c.measure_id = :measure AND c.tier = 'official' AND c.role = 'cosponsor'
  AND c.withdrawn_on IS NULL AND c.superseded_at IS NULL AND c.date_from IS NOT NULL
ORDER BY c.date_from
"""
_COUNTS = """
SELECT c.reported_on, c.count
FROM support AS c
WHERE c.measure_id = :measure AND c.kind = 'cosponsors' AND c.superseded_at IS NULL
  AND (c.verdict IS NULL OR c.verdict <> 'rejected') AND c.reported_on IS NOT NULL
ORDER BY c.reported_on
"""


def thresholds(source: Source, asked: Asked) -> Listing:
    """Support for each bill against each rule of its body.

    `support` is the latest count that an article tells and, before it, the cosponsors on record,
    of the seats filled on that day. Sponsors are counted beside cosponsors, and once. Where
    each number comes from is in the view whip_count.
    """
    conditions = of_state(asked, "w.support_on")
    found = source.rows(_THRESHOLDS.format(where=conditions.where()), conditions.values, asked)
    columns = (
        "bill", "key", "rule", "support", "on", "needed", "margin", "margin with sponsors", "claim",
    )  # fmt: skip
    return Listing(
        columns,
        [
            (
                row["name"],
                row["key"],
                row["rule"],
                support_in_words(row, f" of {row['seats'] or 'those'} in {row['body']},"),
                row["support_on"],
                row["required"],
                row["margin"],
                row["margin_with_sponsors"],
                row["claim"],
            )
            for row in dicts(found)
        ],
    )


def sponsors(source: Source, asked: Asked) -> Listing:
    """Who sponsors which bill, on record since when, and how many articles say so.

    `since` and `until` are about the day by which a sponsor had joined, `sponsor` about the one
    that is listed, cosponsors too. The claim is that of the record, else the first that was told.
    """
    conditions = of_state(replace(asked, sponsor=None))
    joined = Conditions()
    add_days(joined, asked, "min(coalesce(c.effective_on, c.reported_on))")
    conditions.add("lower(c.sponsor) LIKE :sponsor", sponsor=containing(asked.sponsor))
    statement = _SPONSORS.format(where=conditions.where(), having=joined.having())
    found = source.rows(statement, {**conditions.values, **joined.values}, asked)
    columns = (
        "sponsor", "bill", "key", "role", "on record", "withdrawn", "articles", "quote",
        "claim",
    )  # fmt: skip
    return Listing(columns, found.rows)


def cosponsors_by_day(source: Source, asked: Asked) -> list[tuple[date, int, str]]:
    """Counts of one bill's cosponsors: day, count, and basis (official or press).

    The official count grows with each cosponsor on record; withdrawals are left out of it.
    """
    joined = source.rows(_JOINED, {"measure": asked.measure}, asked).rows
    told = source.rows(_COUNTS, {"measure": asked.measure}, asked).rows
    return [
        *((_as_date(day), number, "official") for number, (day,) in enumerate(joined, start=1)),
        *((_as_date(day), int(str(count)), "press") for day, count in told),
    ]


def _as_date(day: object) -> date:
    return day if isinstance(day, date) else date.fromisoformat(str(day))
