-- How far the press was ahead of official records, in both dates of one status.
SELECT p.name, p.says, min(p.reported_on) AS press, min(o.effective_on) AS official
FROM timeline AS p
JOIN timeline AS o ON o.measure_id = p.measure_id AND o.says = p.says
WHERE p.tier = 'press' AND o.tier = 'official'
  AND p.facet = 'status' AND o.facet = 'status' AND p.modality = 'actual'
GROUP BY p.measure_id, p.name, p.says
ORDER BY p.name
