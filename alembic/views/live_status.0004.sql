-- Status claims that count: neither rejected nor superseded, with their stage.
-- id: Row of status_change.
-- measure_id: Measure that it is about.
-- status: The stage that it tells of.
-- modality: How far the document vouches for it.
-- date: When, as told.
-- date_from: First day that the date may mean.
-- date_to: Day after the last one that the date may mean.
-- effective_on: Day by which it was so.
-- reported_on: Day on which the document was published.
-- body: Body that acts.
-- speaker: Who says so.
-- condition: Words of the condition that it hangs on.
-- tier: Weight of the source.
-- tier_rank: 1 official, 2 release, 3 press.
-- quote: The words that say so.
-- stage: How far along its way the status is.
-- advances: Whether the status is a step forward.
SELECT c.id,
       c.measure_id,
       c.status,
       c.modality,
       c.date,
       c.date_from,
       c.date_to,
       c.effective_on,
       c.reported_on,
       c.body,
       c.speaker,
       c.condition,
       c.tier,
       CASE c.tier WHEN 'official' THEN 1 WHEN 'release' THEN 2 ELSE 3 END AS tier_rank,
       c.quote,
       g.stage,
       g.advances
FROM status_change AS c
JOIN measure AS m ON m.id = c.measure_id
JOIN status_stage AS g ON g.kind = m.kind AND g.status = c.status
WHERE LIVE(c)
