-- The state of each sanctions package: its latest actual status, its outlook, and official dates beside.
-- measure_id: The measure.
-- key: Key of the measure.
-- name: Name to show.
-- jurisdiction: Who makes it.
-- form: numbered, named, action or regime.
-- ordinal: The issuer's count against that target.
-- targets: Codes of the places that it is aimed against.
-- sectors: Parts of the economy that it is said to hit.
-- status: Current status: what the latest actual claim says.
-- since: Day by which it was so.
-- status_tier: Weight of the source of the status.
-- status_quote: Words that say so.
-- outlook: Status that the strongest open claim speaks of.
-- outlook_modality: planned, expected, conditional or possible.
-- outlook_date: When it may come, as told.
-- outlook_condition: What it hangs on.
-- outlook_speaker: Who says so.
-- outlook_quote: Words that say so.
-- proposed_on: Day of the proposal, from reference data.
-- agreed_on: Day of the political agreement, from reference data.
-- adopted_on: Day of adoption, from reference data.
-- articles: Articles that tell of it.
-- independent_sources: Publishers that tell of it.
-- first_seen: First day of publication.
-- last_seen: Last day of publication.
-- tracked: Whether an article or an imported record tells of it, not only reference data.
-- status_claim: Claim of the status, as in the view claim.
-- outlook_claim: Claim of the outlook.
SELECT state.measure_id,
       state.key,
       state.name,
       state.jurisdiction,
       p.form,
       p.ordinal,
       state.targets,
       (SELECT group_concat(hit.sector, ', ')
        FROM (SELECT DISTINCT t.sector
              FROM measure AS x
              JOIN measure_sector AS t ON t.measure_id = x.id
              WHERE x.id = state.measure_id OR x.merged_into_id = state.measure_id
              ORDER BY t.sector) AS hit) AS sectors,
       state.status,
       state.since,
       state.status_tier,
       state.status_quote,
       state.outlook,
       state.outlook_modality,
       state.outlook_date,
       state.outlook_condition,
       state.outlook_speaker,
       state.outlook_quote,
       p.proposed_on,
       p.agreed_on,
       p.adopted_on,
       state.articles,
       state.independent_sources,
       state.first_seen,
       state.last_seen,
       state.tracked,
       state.status_claim,
       state.outlook_claim
FROM measure_state AS state
JOIN sanctions_package AS p ON p.measure_id = state.measure_id
