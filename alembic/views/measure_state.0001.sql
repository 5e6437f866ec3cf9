-- What bills and packages have in common: current status, outlook, sources. Merged measures are left out.
-- measure_id: The measure.
-- status_id: Claim that the current status follows: the latest actual one. What may have been
--   so before a later stage does not set the measure back.
-- outlook_id: Strongest claim still open about what comes: planned, expected, conditional, possible.
-- targets: Codes of the places that it is aimed against.
-- articles: Articles that tell of it, repeats and older versions left out.
-- independent_sources: Publishers that tell of it; an article without publisher counts as one.
-- first_seen: First day of publication.
-- last_seen: Last day of publication.
-- official_records: Official records about it.
-- tracked: Whether an article or an imported record tells of it, not only reference data.
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
                AND (c.date_from IS NULL OR c.date_from <= further.effective_on))
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
        LIMIT 1) AS outlook_id,
       (SELECT group_concat(target.country_code, ', ')
        FROM (SELECT DISTINCT t.country_code
              FROM measure AS x
              JOIN measure_target AS t ON t.measure_id = x.id
              WHERE x.id = m.id OR x.merged_into_id = m.id
              ORDER BY t.country_code) AS target) AS targets,
       coalesce(seen.articles, 0) AS articles,
       coalesce(seen.independent_sources, 0) AS independent_sources,
       seen.first_seen,
       seen.last_seen,
       (SELECT count(*)
        FROM official_record AS r
        JOIN measure AS x ON x.id = r.measure_id
        WHERE x.id = m.id OR x.merged_into_id = m.id) AS official_records,
       (coalesce(seen.articles, 0) > 0
        OR EXISTS (SELECT 1
                   FROM official_record AS r
                   JOIN measure AS x ON x.id = r.measure_id
                   WHERE (x.id = m.id OR x.merged_into_id = m.id) AND r.origin = 'import')) AS tracked
FROM measure AS m
LEFT JOIN (SELECT n.measure_id,
                  count(DISTINCT a.id) AS articles,
                  count(DISTINCT coalesce(a.publisher, 'article ' || a.id)) AS independent_sources,
                  min(a.published_at) AS first_seen,
                  max(a.published_at) AS last_seen
           FROM mention AS n
           JOIN article AS a ON a.id = n.article_id
           WHERE n.kind = 'measure' AND a.duplicate_of_id IS NULL AND a.superseded_at IS NULL
           GROUP BY n.measure_id) AS seen ON seen.measure_id = m.id
WHERE m.merged_into_id IS NULL
