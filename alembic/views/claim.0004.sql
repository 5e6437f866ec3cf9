-- Every claim, whatever it is about, under one name.
-- claim: Name of the claim, such as status-12: the facet and the row of its table.
-- facet: status, vote, sponsorship, support, threshold or designation.
-- measure_id: Measure that it counts for.
-- says: What it says, in short.
-- body: Body that it is about.
-- modality: How far the document vouches for it.
-- date: When, as told.
-- effective_on: Day by which it was so.
-- speaker: Who says so.
-- condition: Words of the condition that it hangs on.
-- quote: The words that say so.
-- start: Offset of the quote in the document's text.
-- end: Offset after the quote.
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
       c.modality AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       c.speaker AS speaker,
       c.condition AS condition,
       QUOTED(c)
FROM status_change AS c
UNION ALL
SELECT 'vote-' || c.id AS claim,
       'vote' AS facet,
       c.measure_id,
       c.on_status || ' ' || c.yeas || '-' || c.nays || ' ' || c.result AS says,
       c.body AS body,
       'actual' AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       QUOTED(c)
FROM vote AS c
UNION ALL
SELECT 'sponsorship-' || c.id AS claim,
       'sponsorship' AS facet,
       c.measure_id,
       c.role || ' ' || c.name AS says,
       NONE AS body,
       'actual' AS modality,
       c.date AS date,
       c.effective_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       QUOTED(c)
FROM sponsorship AS c
UNION ALL
SELECT 'support-' || c.id AS claim,
       'support' AS facet,
       c.measure_id,
       c.count || ' ' || c.kind || CASE c.comparator WHEN '=' THEN '' ELSE ' (' || c.comparator || ')' END AS says,
       c.body AS body,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       QUOTED(c)
FROM support AS c
UNION ALL
SELECT 'threshold-' || c.id AS claim,
       'threshold' AS facet,
       c.measure_id,
       c.rule || ' ' || c.stance AS says,
       NONE AS body,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       QUOTED(c)
FROM vote_threshold AS c
UNION ALL
SELECT 'designation-' || c.id AS claim,
       'designation' AS facet,
       c.measure_id,
       c.count || ' ' || c.type || CASE c.comparator WHEN '=' THEN '' ELSE ' (' || c.comparator || ')' END AS says,
       NONE AS body,
       'actual' AS modality,
       NONE AS date,
       c.reported_on AS effective_on,
       NONE AS speaker,
       NONE AS condition,
       QUOTED(c)
FROM designation AS c
