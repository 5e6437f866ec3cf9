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
-- cosponsors_claim: Claim of the count that the article tells.
-- official_cosponsors_claim: Claim of the last cosponsor on record.
SELECT state.measure_id,
       state.key,
       state.name,
       state.jurisdiction,
       b.congress,
       b.number,
       b.title,
       state.targets,
       state.status,
       state.since,
       state.body,
       state.status_tier,
       state.status_quote,
       state.outlook,
       state.outlook_modality,
       state.outlook_date,
       state.outlook_condition,
       state.outlook_speaker,
       state.outlook_quote,
       (SELECT group_concat(sponsor.name, ', ')
        FROM (SELECT DISTINCT coalesce(p.name, c.name) AS name
              FROM sponsorship AS c
              LEFT JOIN person AS p ON p.id = c.person_id
              WHERE c.measure_id = state.measure_id AND c.role = 'sponsor' AND LIVE(c)
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
       state.status_claim,
       state.outlook_claim,
       'support-' || told.id AS cosponsors_claim,
       official.claim AS official_cosponsors_claim
FROM measure_state AS state
JOIN bill AS b ON b.measure_id = state.measure_id
LEFT JOIN support AS told ON told.id = (
    SELECT c.id
    FROM support AS c
    WHERE c.measure_id = b.measure_id AND c.kind = 'cosponsors' AND LIVE(c)
    ORDER BY c.reported_on DESC NULLS LAST, c.count DESC, c.id
    LIMIT 1)
LEFT JOIN official_cosponsors AS official ON official.measure_id = b.measure_id
