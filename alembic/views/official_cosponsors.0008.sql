-- Cosponsors of each bill in official records, withdrawn ones left out.
-- measure_id: The bill.
-- cosponsors: How many.
-- latest: Day on which the last of them joined.
-- claim: Claim of the one who joined last, as in the view claim.
WITH joined AS (
    SELECT c.measure_id,
           c.person_id,
           c.date_from,
           'sponsorship-' || c.id AS claim,
           row_number() OVER (
               PARTITION BY c.measure_id
               ORDER BY c.date_from DESC NULLS LAST, c.id DESC) AS place
    FROM sponsorship AS c
    WHERE c.tier = 'official'
      AND c.role = 'cosponsor'
      AND c.withdrawn_on IS NULL
      AND c.superseded_at IS NULL
)
SELECT j.measure_id,
       count(DISTINCT j.person_id) AS cosponsors,
       max(j.date_from) AS latest,
       max(CASE j.place WHEN 1 THEN j.claim END) AS claim
FROM joined AS j
GROUP BY j.measure_id
