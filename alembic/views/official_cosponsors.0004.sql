-- Cosponsors of each bill in official records, withdrawn ones left out.
-- measure_id: The bill.
-- cosponsors: How many.
-- latest: Day on which the last of them joined.
SELECT c.measure_id,
       count(DISTINCT c.person_id) AS cosponsors,
       max(c.date_from) AS latest
FROM sponsorship AS c
WHERE c.tier = 'official'
  AND c.role = 'cosponsor'
  AND c.withdrawn_on IS NULL
  AND c.superseded_at IS NULL
GROUP BY c.measure_id
