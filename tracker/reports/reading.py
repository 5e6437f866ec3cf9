"""What was read: sources, and how much each article gave."""

from dataclasses import replace

from tracker.listing import Listing
from tracker.reports.asked import STATES, Asked, Conditions, add_days, of_state
from tracker.reports.source import Source

_SOURCES = """
SELECT coalesce(a.publisher, '(unknown)') AS source,
       count(*) AS articles,
       sum(a.repeat) AS repeats,
       sum(a.replaced) AS "older versions",
       count(*) - sum(a.repeat) - sum(a.replaced) AS independent,
       sum(coalesce(c.claims, 0)) AS claims,
       sum(coalesce(c.measures, 0)) AS measures,
       min(a.published_at) AS first,
       max(a.published_at) AS last
FROM (SELECT id, id AS read_id, publisher, published_at,
             CASE WHEN duplicate_of_id IS NULL THEN 0 ELSE 1 END AS repeat,
             CASE WHEN superseded_at IS NULL THEN 0 ELSE 1 END AS replaced
      FROM article
      UNION ALL
      SELECT article_id, -1, publisher, published_at, 1, 0 FROM article_copy) AS a
LEFT JOIN (SELECT article_id, count(*) AS claims, count(DISTINCT measure_id) AS measures
           FROM claim WHERE superseded_at IS NULL GROUP BY article_id) AS c
  ON c.article_id = a.read_id
{where}
GROUP BY coalesce(a.publisher, '(unknown)')
ORDER BY count(*) DESC, 1
"""
_COVERAGE = """
SELECT a.published_at, coalesce(a.publisher, '(unknown)') AS source,
       coalesce(a.title, a.url, 'article ' || a.id) AS title,
       coalesce(n.measures, 0) AS measures,
       coalesce(c.claims, 0) AS claims,
       coalesce(n.unresolved, 0) AS unresolved,
       (SELECT group_concat(o.text, ', ')
        FROM (SELECT m.text FROM mention AS m
              WHERE m.article_id = a.id AND m.resolution = 'unresolved'
              ORDER BY m.start_offset, m.id) AS o) AS names,
       CASE WHEN a.duplicate_of_id IS NOT NULL THEN 'repeats another'
            WHEN a.superseded_at IS NOT NULL THEN 'older version'
            WHEN coalesce(n.measures, 0) = 0 THEN 'nothing found'
            WHEN coalesce(n.unresolved, 0) > 0 THEN 'names left open'
            ELSE 'read' END AS state,
       a.id
FROM article AS a
LEFT JOIN (SELECT m.article_id,
                  count(DISTINCT m.measure_id) AS measures,
                  sum(CASE WHEN m.resolution = 'unresolved' THEN 1 ELSE 0 END) AS unresolved
           FROM mention AS m GROUP BY m.article_id) AS n ON n.article_id = a.id
LEFT JOIN (SELECT article_id, count(*) AS claims FROM claim
           WHERE superseded_at IS NULL GROUP BY article_id) AS c ON c.article_id = a.id
{where}
ORDER BY a.published_at IS NULL, a.published_at DESC, a.id
"""


def sources(source: Source, asked: Asked) -> Listing:
    """Who says how much, and how many of its articles repeat no other."""
    conditions = _of_articles(asked)
    return source.rows(_SOURCES.format(where=conditions.where()), conditions.values, asked)


def coverage(source: Source, asked: Asked) -> Listing:
    """Each article with what was found in it, and the names that were left open."""
    conditions = _of_articles(asked)
    found = source.rows(_COVERAGE.format(where=conditions.where()), conditions.values, asked)
    columns = (
        "published", "source", "title", "measures", "claims", "unresolved", "names left open",
        "state", "article",
    )  # fmt: skip
    return Listing(columns, found.rows)


def _of_articles(asked: Asked) -> Conditions:
    conditions = Conditions()
    add_days(conditions, asked, "a.published_at")
    conditions.add(
        "EXISTS (SELECT 1 FROM claim AS y WHERE y.article_id = a.id AND y.modality = :modality"
        " AND y.superseded_at IS NULL)",
        modality=asked.modality,
    )
    named = of_state(replace(asked, untold=True))
    if named.terms:
        conditions.add(
            f"EXISTS (SELECT 1 FROM mention AS x JOIN {STATES} AS s ON s.measure_id = x.measure_id"
            f" {named.where()} AND x.article_id = a.id)",
            **named.values,
        )
    return conditions
