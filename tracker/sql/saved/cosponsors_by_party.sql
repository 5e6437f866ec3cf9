-- Cosponsors on record by party, for each bill.
SELECT m.key, m.name, o.party, count(DISTINCT s.person_id) AS cosponsors
FROM sponsorship AS s
JOIN measure AS m ON m.id = s.measure_id
JOIN office_term AS o ON o.person_id = s.person_id
  AND o.held_from <= s.date_from AND o.held_to > s.date_from
WHERE s.tier = 'official' AND s.role = 'cosponsor' AND s.withdrawn_on IS NULL
  AND s.superseded_at IS NULL
GROUP BY m.key, m.name, o.party
ORDER BY m.key, cosponsors DESC
