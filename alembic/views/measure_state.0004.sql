-- What bills and packages have in common: current status, outlook, sources. Merged measures are left out.
-- measure_id: The measure.
-- key: Its key.
-- kind: bill or package.
-- name: Name to show.
-- jurisdiction: Who makes it.
-- targets: Codes of the places that it is aimed against.
-- status: Current status: what the latest actual claim says. What may have been so before a later
--   stage does not set the measure back.
-- since: Day by which it was so.
-- body: Body that acted.
-- status_tier: Weight of the source of the status.
-- status_quote: Words that say so.
-- outlook: Status that the strongest open claim speaks of: planned, expected, conditional, possible.
-- outlook_modality: planned, expected, conditional or possible.
-- outlook_date: When it may come, as told.
-- outlook_condition: What it hangs on.
-- outlook_speaker: Who says so.
-- outlook_quote: Words that say so.
-- articles: Articles that tell of it, repeats and older versions left out.
-- independent_sources: Publishers that tell of it; an article without publisher counts as one.
-- first_seen: First day of publication.
-- last_seen: Last day of publication.
-- official_records: Official records about it.
-- tracked: Whether an article or an imported record tells of it, not only reference data.
-- status_id: Row of the claim of the status.
-- outlook_id: Row of the claim of the outlook.
-- status_claim: Claim of the status, as in the view claim.
-- outlook_claim: Claim of the outlook.
WITH settled AS (
    SELECT m.id AS measure_id,
           (SELECT c.id
            FROM live_status AS c
            WHERE c.measure_id = m.id
              AND c.modality = 'actual'
              AND NOT EXISTS (
                  SELECT 1
                  FROM live_status AS further
                  WHERE further.measure_id = c.measure_id
                    AND further.modality = 'actual'
                    AND further.stage > c.stage
                    AND (c.date_from IS NULL OR c.date_from <= further.effective_on)
                    -- Of two that cannot both be so on one day the weightier source is believed.
                    AND NOT (c.tier_rank < further.tier_rank
                             AND c.advances <> further.advances
                             AND c.date_from = further.date_from
                             AND c.date_to = further.date_to))
            ORDER BY c.effective_on DESC NULLS LAST, c.tier_rank, c.stage DESC, c.reported_on, c.quote, c.id
            LIMIT 1) AS status_id,
           (SELECT o.id
            FROM live_status AS o
            WHERE o.measure_id = m.id
              AND o.modality IN ('planned', 'expected', 'conditional', 'possible')
              AND (o.date_to IS NULL OR o.date_to > CURRENT_DATE)
              AND NOT EXISTS (
                  SELECT 1
                  FROM live_status AS done
                  WHERE done.measure_id = o.measure_id
                    AND done.modality = 'actual'
                    AND ((done.advances AND done.stage >= o.stage)
                         OR (done.status = o.status AND done.effective_on >= o.reported_on)))
              AND NOT EXISTS (
                  SELECT 1
                  FROM live_status AS denied
                  WHERE denied.measure_id = o.measure_id
                    AND denied.modality = 'negated'
                    AND denied.status = o.status
                    AND denied.reported_on > o.reported_on)
            ORDER BY CASE o.modality WHEN 'planned' THEN 1 WHEN 'expected' THEN 2
                                     WHEN 'conditional' THEN 3 ELSE 4 END,
                     o.reported_on DESC NULLS LAST, o.stage DESC, o.tier_rank, o.quote, o.id
            LIMIT 1) AS outlook_id
    FROM measure AS m
    WHERE m.merged_into_id IS NULL
),
family AS (
    SELECT m.id, coalesce(m.merged_into_id, m.id) AS measure_id FROM measure AS m
),
recorded AS (
    SELECT f.measure_id,
           count(*) AS official_records,
           max(CASE r.origin WHEN 'import' THEN 1 ELSE 0 END) AS imported
    FROM official_record AS r
    JOIN family AS f ON f.id = r.measure_id
    GROUP BY f.measure_id
),
seen AS (
    SELECT n.measure_id,
           count(DISTINCT a.id) AS articles,
           count(DISTINCT coalesce(a.publisher, 'article ' || a.id)) AS independent_sources,
           min(a.published_at) AS first_seen,
           max(a.published_at) AS last_seen
    FROM mention AS n
    JOIN article AS a ON a.id = n.article_id
    WHERE n.kind = 'measure' AND a.duplicate_of_id IS NULL AND a.superseded_at IS NULL
    GROUP BY n.measure_id
)
SELECT m.id AS measure_id,
       m.key,
       m.kind,
       m.name,
       m.jurisdiction,
       (SELECT group_concat(target.country_code, ', ')
        FROM (SELECT DISTINCT t.country_code
              FROM measure AS x
              JOIN measure_target AS t ON t.measure_id = x.id
              WHERE x.id = m.id OR x.merged_into_id = m.id
              ORDER BY t.country_code) AS target) AS targets,
       s.status,
       s.effective_on AS since,
       s.body,
       s.tier AS status_tier,
       s.quote AS status_quote,
       o.status AS outlook,
       o.modality AS outlook_modality,
       o.date AS outlook_date,
       o.condition AS outlook_condition,
       o.speaker AS outlook_speaker,
       o.quote AS outlook_quote,
       coalesce(seen.articles, 0) AS articles,
       coalesce(seen.independent_sources, 0) AS independent_sources,
       seen.first_seen,
       seen.last_seen,
       coalesce(recorded.official_records, 0) AS official_records,
       (seen.articles IS NOT NULL OR coalesce(recorded.imported, 0) = 1) AS tracked,
       settled.status_id,
       settled.outlook_id,
       'status-' || s.id AS status_claim,
       'status-' || o.id AS outlook_claim
FROM settled
JOIN measure AS m ON m.id = settled.measure_id
LEFT JOIN status_change AS s ON s.id = settled.status_id
LEFT JOIN status_change AS o ON o.id = settled.outlook_id
LEFT JOIN seen ON seen.measure_id = m.id
LEFT JOIN recorded ON recorded.measure_id = m.id
