-- Claims about one measure that cannot both be so.
-- kind: tally (two counts of one vote) or status (adopted and blocked on one day).
-- measure_id: The measure.
-- key: Key of the measure.
-- name: Name of the measure.
-- claim: The claim that the state follows.
-- says: What it says.
-- quote: Its words.
-- source: Its source.
-- other_claim: The claim that speaks against it.
-- other_says: What that one says.
-- other_quote: Its words.
-- other_source: Its source.
-- why: Why the state follows the first.
WITH ranked AS (
    SELECT c.claim,
           c.facet,
           c.measure_id,
           c.says,
           c.body,
           c.quote,
           c.modality,
           c.date,
           c.effective_on,
           c.reported_on,
           c.tier,
           CASE c.tier WHEN 'official' THEN 1 WHEN 'release' THEN 2 ELSE 3 END AS tier_rank,
           coalesce(a.publisher, r.source, a.title) AS source
    FROM claim AS c
    LEFT JOIN article AS a ON a.id = c.article_id
    LEFT JOIN official_record AS r ON r.id = c.record_id
    WHERE c.superseded_at IS NULL
      AND (c.verdict IS NULL OR c.verdict <> 'rejected')
      AND c.modality = 'actual'
      AND (a.id IS NULL OR a.duplicate_of_id IS NULL)
),
opposed AS (
    SELECT 'tally' AS kind, one.claim, other.claim AS other_claim
    FROM ranked AS one
    JOIN ranked AS other ON other.measure_id = one.measure_id AND other.facet = 'vote'
    JOIN vote AS v ON one.claim = 'vote-' || v.id
    JOIN vote AS w ON other.claim = 'vote-' || w.id
    WHERE one.facet = 'vote'
      AND v.on_status = w.on_status
      AND coalesce(v.body, '') = coalesce(w.body, '')
      AND (v.date IS NULL OR w.date IS NULL OR (v.date_from < w.date_to AND w.date_from < v.date_to))
      AND (v.yeas <> w.yeas OR v.nays <> w.nays)
    UNION ALL
    SELECT 'status', one.claim, other.claim
    FROM ranked AS one
    JOIN ranked AS other ON other.measure_id = one.measure_id AND other.facet = 'status'
    WHERE one.facet = 'status'
      AND one.date IS NOT NULL
      AND one.date = other.date
      AND ((one.says IN ('adopted', 'agreed') AND other.says = 'blocked')
           OR (one.says = 'blocked' AND other.says IN ('adopted', 'agreed'))
           OR (one.says = 'passed' AND other.says = 'failed' AND one.body = other.body)
           OR (one.says = 'failed' AND other.says = 'passed' AND one.body = other.body))
)
SELECT x.kind,
       m.id AS measure_id,
       m.key,
       m.name,
       one.claim,
       one.says,
       one.quote,
       one.source,
       other.claim AS other_claim,
       other.says AS other_says,
       other.quote AS other_quote,
       other.source AS other_source,
       CASE WHEN one.tier_rank < other.tier_rank THEN one.tier || ' before ' || other.tier
            WHEN one.reported_on > other.reported_on THEN 'reported later'
            ELSE 'told first' END AS why
FROM opposed AS x
JOIN ranked AS one ON one.claim = x.claim
JOIN ranked AS other ON other.claim = x.other_claim
JOIN measure AS m ON m.id = one.measure_id
WHERE one.tier_rank < other.tier_rank
   OR (one.tier_rank = other.tier_rank
       AND (coalesce(CAST(one.reported_on AS VARCHAR), '') > coalesce(CAST(other.reported_on AS VARCHAR), '')
            OR (coalesce(CAST(one.reported_on AS VARCHAR), '') = coalesce(CAST(other.reported_on AS VARCHAR), '')
                AND one.claim < other.claim)))
