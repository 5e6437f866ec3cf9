-- For each measure and status, the source that told it first.
SELECT t.name, t.says, t.reported_on, t.source, t.claim
FROM timeline AS t
WHERE t.facet = 'status' AND t.modality = 'actual' AND t.reported_on IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM timeline AS earlier
    WHERE earlier.measure_id = t.measure_id AND earlier.says = t.says
      AND earlier.facet = 'status' AND earlier.modality = 'actual'
      AND (earlier.reported_on < t.reported_on
           OR (earlier.reported_on = t.reported_on AND earlier.claim < t.claim)))
ORDER BY t.reported_on, t.name, t.claim
