-- Every claim, whatever it is about, under one name.
-- claim: Name of the claim, such as status-12: the facet and the row of its table.
-- facet: status, vote, sponsorship, support, threshold or designation.
-- measure_id: Measure that it counts for.
-- says: What it says, in short.
-- body: Body that it is about.
-- body_name: The same in words, as they stand after "in": the Senate.
-- modality: How far the document vouches for it.
-- date: When, as told.
-- effective_on: Day by which it was so.
-- speaker: Who says so.
-- condition: Words of the condition that it hangs on.
-- quote: The words that say so.
-- start_offset: Offset of the quote in the document's text.
-- end_offset: Offset after the quote.
-- article_id: Article that says so.
-- record_id: Official record that says so.
-- run_id: Reading of the article.
-- tier: Weight of the source.
-- found_by: Rule that made the claim.
-- reported_on: Day on which the document was published.
-- recorded_at: When it was stored, UTC.
-- superseded_at: When a newer reading or version took its place, UTC.
-- verdict: What a reviewer said.
SELECT 'status-' || c.id AS claim,
       'status' AS facet,
       c.measure_id,
       c.status AS says,
       c.body AS body,
       coalesce(b.name, c.body) AS body_name,
       c.modality AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       c.speaker AS speaker,
       c.condition AS condition,
       GROUNDED(c)
FROM status_change AS c
LEFT JOIN body AS b ON b.code = c.body
UNION ALL
SELECT 'vote-' || c.id AS claim,
       'vote' AS facet,
       c.measure_id,
       VOTED(c) AS says,
       c.body AS body,
       coalesce(b.name, c.body) AS body_name,
       'actual' AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       GROUNDED(c)
FROM vote AS c
LEFT JOIN body AS b ON b.code = c.body
UNION ALL
SELECT 'sponsorship-' || c.id AS claim,
       'sponsorship' AS facet,
       c.measure_id,
       c.role || ' ' || c.name AS says,
       NONE AS body,
       NONE AS body_name,
       'actual' AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       GROUNDED(c)
FROM sponsorship AS c
UNION ALL
SELECT 'support-' || c.id AS claim,
       'support' AS facet,
       c.measure_id,
       ABOUT(c) || c.count || ' ' || CASE c.count WHEN 1 THEN rtrim(c.kind, 's') ELSE c.kind END AS says,
       c.body AS body,
       coalesce(b.name, c.body) AS body_name,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       GROUNDED(c)
FROM support AS c
LEFT JOIN body AS b ON b.code = c.body
UNION ALL
SELECT 'threshold-' || c.id AS claim,
       'threshold' AS facet,
       c.measure_id,
       CASE c.stance WHEN 'required' THEN 'needs' WHEN 'met' THEN 'reaches'
                     WHEN 'possible' THEN 'may reach' ELSE 'falls short of' END
           || ' the ' || coalesce(c.required || ' ', '') || 'votes for '
           || coalesce(t.procedure, c.rule) AS says,
       t.body AS body,
       coalesce(b.name, t.body) AS body_name,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       GROUNDED(c)
FROM vote_threshold AS c
LEFT JOIN (SELECT rule,
                  min(procedure) AS procedure,
                  -- A rule of both chambers is no rule of one.
                  CASE WHEN count(DISTINCT body) = 1 THEN min(body) END AS body
           FROM threshold_rule
           GROUP BY rule) AS t ON t.rule = c.rule
LEFT JOIN body AS b ON b.code = t.body
UNION ALL
SELECT 'designation-' || c.id AS claim,
       'designation' AS facet,
       c.measure_id,
       ABOUT(c) || LISTED(c) AS says,
       NONE AS body,
       NONE AS body_name,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       GROUNDED(c)
FROM designation AS c
