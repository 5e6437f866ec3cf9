-- Every vote that was told, with its source.
SELECT v.date, m.name, v.body, v.on_status, v.yeas, v.nays, v.abstain, v.result, v.quote
FROM vote AS v
JOIN measure AS m ON m.id = v.measure_id
WHERE v.superseded_at IS NULL
ORDER BY v.date NULLS LAST, m.name, v.id
