-- Claims that cannot both be so, and claims that reference data speaks against.
-- Only like is held against like: steps and votes of one body that is known, of one day. What one
-- document tells is no conflict, and where it counts several times it counts parts. Later news about
-- an earlier state, and a proposal that differs from what was adopted, are none either.
-- kind: tally (two counts of one vote), status (adopted and blocked on one day), count (two exact
--   counts of what one package lists), date (adopted on another day), ordinal (another number).
-- measure_id: The measure.
-- key: Key of the measure.
-- name: Name of the measure.
-- follows: What is believed: official record, issuer's release, press or reference data.
-- claim: The claim that is believed, as in the view claim; empty for reference data.
-- says: What it says.
-- quote: Its words; empty for reference data.
-- source: Its source.
-- other_claim: The claim that speaks against it.
-- other_says: What that one says.
-- other_quote: Its words.
-- other_source: Its source.
-- why: Why the first is believed: the weightier source, then the stage further on, then the later report.
WITH side AS (
    SELECT 'vote-' || v.id AS claim,
           'vote' AS facet,
           v.measure_id,
           VOTED(v) || coalesce(' in ' || b.name, ' in ' || v.body, '') AS says,
           v.on_status AS topic,
           v.body,
           v.yeas * 10000 + v.nays AS number,
           CASE WHEN length(v.date) = 10 THEN v.date END AS day,
           v.date_from,
           v.date_to,
           v.quote,
           v.tier,
           v.reported_on,
           v.article_id,
           v.record_id
    FROM vote AS v
    LEFT JOIN body AS b ON b.code = v.body
    WHERE LIVE(v)
    UNION ALL
    SELECT 'status-' || s.id,
           'status',
           s.measure_id,
           s.status || coalesce(' in ' || b.name, ' in ' || s.body, '')
               || CASE length(s.date) WHEN 10 THEN ' on ' || s.date
                                      ELSE coalesce(' in ' || s.date, '') END,
           s.status,
           s.body,
           g.stage,
           CASE WHEN length(s.date) = 10 THEN s.date END,
           s.date_from,
           s.date_to,
           s.quote,
           s.tier,
           s.reported_on,
           s.article_id,
           s.record_id
    FROM status_change AS s
    JOIN measure AS m ON m.id = s.measure_id
    JOIN status_stage AS g ON g.kind = m.kind AND g.status = s.status
    LEFT JOIN body AS b ON b.code = s.body
    WHERE LIVE(s)
      AND s.modality = 'actual'
    UNION ALL
    SELECT 'designation-' || d.id,
           'designation',
           d.measure_id,
           LISTED(d),
           d.type,
           NULL,
           d.count,
           NULL,
           NULL,
           NULL,
           d.quote,
           d.tier,
           d.reported_on,
           d.article_id,
           d.record_id
    FROM designation AS d
    WHERE LIVE(d)
      AND d.comparator = '='
      AND NOT EXISTS (SELECT 1
                      FROM designation AS part
                      WHERE part.measure_id = d.measure_id
                        AND part.article_id = d.article_id
                        AND part.type = d.type
                        AND part.count <> d.count
                        AND LIVE(part))
),
known AS (
    SELECT m.id AS measure_id,
           m.key,
           m.jurisdiction,
           t.country_code AS target,
           p.ordinal,
           p.agreed_on,
           p.adopted_on,
           p.individuals,
           p.entities,
           p.vessels,
           coalesce('reference data: ' || p.source, 'reference data') AS source
    FROM sanctions_package AS p
    JOIN measure AS m ON m.id = p.measure_id
    JOIN measure_target AS t ON t.measure_id = m.id
    WHERE p.adopted_on IS NOT NULL
),
listed AS (
    SELECT measure_id, adopted_on, source, 'individual' AS type, individuals AS count FROM known
    UNION ALL
    SELECT measure_id, adopted_on, source, 'entity', entities FROM known
    UNION ALL
    SELECT measure_id, adopted_on, source, 'vessel', vessels FROM known
),
opposed AS (
    SELECT CASE one.facet WHEN 'vote' THEN 'tally' WHEN 'status' THEN 'status' ELSE 'count' END AS kind,
           one.measure_id,
           one.claim,
           other.claim AS other_claim,
           CAST(NULL AS VARCHAR) AS reference,
           CAST(NULL AS VARCHAR) AS reference_source
    FROM side AS one
    JOIN side AS other
      ON other.measure_id = one.measure_id
     AND other.facet = one.facet
     AND (one.article_id IS NULL OR other.article_id IS NULL OR other.article_id <> one.article_id)
    LEFT JOIN known AS k ON k.measure_id = one.measure_id
    WHERE (one.facet = 'vote'
           AND other.topic = one.topic
           AND other.body = one.body
           AND other.number <> one.number
           AND (other.day = one.day
                -- A body may vote more than once on these.
                OR (one.topic NOT IN ('cloture', 'amended', 'reported')
                    AND (one.date_from IS NULL OR other.date_from IS NULL
                         OR (one.date_from < other.date_to AND other.date_from < one.date_to)))))
       OR (one.facet = 'designation'
           AND other.topic = one.topic
           AND other.number <> one.number
           AND (one.reported_on = other.reported_on
                OR (one.reported_on >= k.adopted_on AND other.reported_on >= k.adopted_on)))
       OR (one.facet = 'status'
           AND other.day = one.day
           AND ((coalesce(other.body, one.body, '') = coalesce(one.body, other.body, '')
                 AND ((one.topic IN ('adopted', 'agreed') AND other.topic = 'blocked')
                      OR (one.topic = 'blocked' AND other.topic IN ('adopted', 'agreed'))))
                OR (other.body = one.body
                    AND ((one.topic = 'passed' AND other.topic = 'failed')
                         OR (one.topic = 'failed' AND other.topic = 'passed')))))
    UNION ALL
    SELECT 'count', one.measure_id, NULL, one.claim, LISTED(l), l.source
    FROM side AS one
    JOIN listed AS l ON l.measure_id = one.measure_id AND l.type = one.topic
    WHERE one.facet = 'designation'
      AND one.number <> l.count
      AND one.reported_on >= l.adopted_on
    UNION ALL
    SELECT CASE WHEN r.adopted_on IS NULL AND b.adopted_on IS NULL THEN 'date' ELSE 'ordinal' END,
           one.measure_id,
           NULL,
           one.claim,
           CASE WHEN r.adopted_on IS NOT NULL THEN 'a listing without number on ' || r.adopted_on
                WHEN b.adopted_on IS NOT NULL THEN 'package ' || b.ordinal || ' on ' || b.adopted_on
                ELSE 'adopted on ' || k.adopted_on END,
           CASE WHEN r.adopted_on IS NOT NULL
                    THEN coalesce('reference data: ' || r.source, 'reference data')
                WHEN b.adopted_on IS NOT NULL THEN b.source
                ELSE k.source END
    FROM side AS one
    JOIN known AS k ON k.measure_id = one.measure_id
    LEFT JOIN unnumbered_round AS r
      ON r.jurisdiction = k.jurisdiction AND r.target = k.target AND r.adopted_on = one.date_from
    LEFT JOIN known AS b
      ON b.jurisdiction = k.jurisdiction AND b.target = k.target AND b.adopted_on = one.date_from
     AND b.measure_id <> k.measure_id
    WHERE one.facet = 'status'
      AND one.topic = 'adopted'
      AND (one.date_to <= coalesce(k.agreed_on, k.adopted_on) OR one.date_from > k.adopted_on)
),
weighed AS (
    SELECT o.kind,
           o.measure_id,
           o.claim,
           o.other_claim,
           o.reference,
           o.reference_source,
           one.says,
           CASE WHEN one.facet = 'status' THEN one.number ELSE 0 END AS stage,
           CASE WHEN other.facet = 'status' THEN other.number ELSE 0 END AS other_stage,
           one.quote,
           one.tier,
           one.reported_on,
           coalesce(a.publisher, a.title, r.source) AS source,
           other.says AS other_says,
           other.quote AS other_quote,
           other.tier AS other_tier,
           other.reported_on AS other_reported_on,
           coalesce(b.publisher, b.title, q.source) AS other_source,
           CASE one.tier WHEN 'official' THEN 1 WHEN 'release' THEN 2 ELSE 3 END AS rank,
           CASE other.tier WHEN 'official' THEN 1 WHEN 'release' THEN 2 ELSE 3 END AS other_rank,
           coalesce(CAST(one.reported_on AS VARCHAR), '') AS told,
           coalesce(CAST(other.reported_on AS VARCHAR), '') AS other_told
    FROM opposed AS o
    JOIN side AS other ON other.claim = o.other_claim
    LEFT JOIN side AS one ON one.claim = o.claim
    LEFT JOIN article AS a ON a.id = one.article_id
    LEFT JOIN official_record AS r ON r.id = one.record_id
    LEFT JOIN article AS b ON b.id = other.article_id
    LEFT JOIN official_record AS q ON q.id = other.record_id
    WHERE (a.id IS NULL OR a.duplicate_of_id IS NULL)
      AND (b.id IS NULL OR b.duplicate_of_id IS NULL)
)
SELECT w.kind,
       m.id AS measure_id,
       m.key,
       m.name,
       CASE WHEN w.reference IS NOT NULL THEN 'reference data'
            WHEN w.tier = 'official' THEN 'official record'
            WHEN w.tier = 'release' THEN 'issuer''s release'
            ELSE 'press' END AS follows,
       w.claim,
       coalesce(w.reference, w.says) AS says,
       w.quote,
       CASE WHEN w.reference IS NULL THEN w.source ELSE w.reference_source END AS source,
       w.other_claim,
       w.other_says,
       w.other_quote,
       w.other_source,
       CASE WHEN w.reference IS NOT NULL THEN 'reference data before ' || w.other_tier
            WHEN w.rank < w.other_rank THEN w.tier || ' before ' || w.other_tier
            WHEN w.stage > w.other_stage THEN 'the stage further on'
            WHEN w.told > w.other_told THEN 'reported later'
            ELSE 'told first' END AS why
FROM weighed AS w
JOIN measure AS m ON m.id = w.measure_id
WHERE w.reference IS NOT NULL
   OR w.rank < w.other_rank
   OR (w.rank = w.other_rank
       AND (w.stage > w.other_stage
            OR (w.stage = w.other_stage
                AND (w.told > w.other_told
                     OR (w.told = w.other_told AND w.claim < w.other_claim)))))
