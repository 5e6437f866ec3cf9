-- Cosponsors on record of one bill, day by day, withdrawn ones left out: -p key=us/119/s1241
SELECT s.date, count(*) AS joined, sum(count(*)) OVER (ORDER BY s.date) AS cosponsors
FROM sponsorship AS s
JOIN measure AS m ON m.id = s.measure_id
WHERE m.key = :key AND s.tier = 'official' AND s.role = 'cosponsor'
  AND s.withdrawn_on IS NULL AND s.superseded_at IS NULL
GROUP BY s.date
ORDER BY s.date
