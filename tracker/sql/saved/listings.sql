-- How many people, entities and vessels articles say that each package lists.
SELECT m.name, d.type, d.comparator, d.count, d.reported_on, d.quote
FROM designation AS d
JOIN measure AS m ON m.id = d.measure_id
WHERE d.superseded_at IS NULL
ORDER BY m.name, d.type, d.reported_on, d.id
