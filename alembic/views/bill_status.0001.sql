-- The state of each bill: its latest actual status, its outlook, sponsors and cosponsors.
-- measure_id: The measure.
-- key: Key of the measure.
-- name: Name to show.
-- jurisdiction: Whose legislature.
-- congress: Number of the US Congress.
-- number: Number in normal form.
-- title: Short title.
-- targets: Codes of the places that it is aimed against.
-- status: Current status: what the latest actual claim says.
-- since: Day by which it was so.
-- body: Body that acted.
-- status_tier: Weight of the source of the status.
-- status_quote: Words that say so.
-- outlook: Status that the strongest open claim speaks of.
-- outlook_modality: planned, expected, conditional or possible.
-- outlook_date: When it may come, as told.
-- outlook_condition: What it hangs on.
-- outlook_speaker: Who says so.
-- outlook_quote: Words that say so.
-- sponsors: Names of its sponsors.
-- cosponsors: Latest count of cosponsors that an article tells.
-- cosponsors_comparator: How exact that count is.
-- cosponsors_on: Day of that article.
-- official_cosponsors: Cosponsors in official records, withdrawn ones left out.
-- official_cosponsors_on: Day of the last of them.
-- articles: Articles that tell of it.
-- independent_sources: Publishers that tell of it.
-- first_seen: First day of publication.
-- last_seen: Last day of publication.
-- official_records: Official records about it.
-- tracked: Whether an article or an imported record tells of it, not only reference data.
-- status_claim: Claim of the status, as in the view claim.
-- outlook_claim: Claim of the outlook.
SELECT m.id AS measure_id,
       m.key,
       m.name,
       m.jurisdiction,
       b.congress,
       b.number,
       b.title,
       state.targets,
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
       (SELECT group_concat(sponsor.name, ', ')
        FROM (SELECT DISTINCT coalesce(p.name, c.name) AS name
              FROM sponsorship AS c
              LEFT JOIN person AS p ON p.id = c.person_id
              WHERE c.measure_id = m.id
                AND c.role = 'sponsor'
                AND c.superseded_at IS NULL
                AND (c.verdict IS NULL OR c.verdict <> 'rejected')
              ORDER BY 1) AS sponsor) AS sponsors,
       told.count AS cosponsors,
       told.comparator AS cosponsors_comparator,
       told.reported_on AS cosponsors_on,
       official.cosponsors AS official_cosponsors,
       official.latest AS official_cosponsors_on,
       state.articles,
       state.independent_sources,
       state.first_seen,
       state.last_seen,
       state.official_records,
       state.tracked,
       'status-' || s.id AS status_claim,
       'status-' || o.id AS outlook_claim
FROM measure_state AS state
JOIN measure AS m ON m.id = state.measure_id
JOIN bill AS b ON b.measure_id = m.id
LEFT JOIN status_change AS s ON s.id = state.status_id
LEFT JOIN status_change AS o ON o.id = state.outlook_id
LEFT JOIN support AS told ON told.id = (
    SELECT c.id
    FROM support AS c
    WHERE c.measure_id = m.id
      AND c.kind = 'cosponsors'
      AND c.superseded_at IS NULL
      AND (c.verdict IS NULL OR c.verdict <> 'rejected')
    ORDER BY c.reported_on DESC NULLS LAST, c.count DESC, c.id
    LIMIT 1)
LEFT JOIN (
    SELECT c.measure_id, count(DISTINCT c.person_id) AS cosponsors, max(c.date_from) AS latest
    FROM sponsorship AS c
    WHERE c.tier = 'official'
      AND c.role = 'cosponsor'
      AND c.withdrawn_on IS NULL
      AND c.superseded_at IS NULL
    GROUP BY c.measure_id) AS official ON official.measure_id = m.id
