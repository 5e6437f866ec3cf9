-- What happened and what was said would happen to each measure, with its source; rejected and superseded claims are left out.
-- measure_id: The measure.
-- key: Key of the measure.
-- name: Name of the measure.
-- effective_on: Day to sort by: when it was so, else when it was said.
-- date: When, as told.
-- facet: status, vote, support, threshold or designation.
-- says: What it says, in short.
-- body: Body that it is about.
-- body_name: The same in words, as they stand after "in": the Senate.
-- modality: How far the document vouches for it.
-- speaker: Who says so.
-- condition: Words of the condition that it hangs on.
-- quote: The words that say so.
-- tier: Weight of the source.
-- source: Publisher, or who keeps the official record.
-- url: Address of the document.
-- title: Headline of the article.
-- reported_on: Day on which the document was published.
-- recorded_at: When it was stored, UTC.
-- article_id: The article.
-- claim: Name of the claim, as in the view claim.
SELECT m.id AS measure_id,
       m.key,
       m.name,
       coalesce(c.effective_on, c.reported_on) AS effective_on,
       c.date,
       c.facet,
       c.says,
       c.body,
       c.body_name,
       c.modality,
       c.speaker,
       c.condition,
       c.quote,
       c.tier,
       coalesce(a.publisher, r.source) AS source,
       coalesce(a.canonical_url, a.url, r.url) AS url,
       a.title,
       c.reported_on,
       c.recorded_at,
       c.article_id,
       c.claim
FROM claim AS c
JOIN measure AS m ON m.id = c.measure_id
LEFT JOIN article AS a ON a.id = c.article_id
LEFT JOIN official_record AS r ON r.id = c.record_id
WHERE LIVE(c)
  AND c.facet <> 'sponsorship'
