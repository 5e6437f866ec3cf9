-- Packages told as adopted, by month and issuer.
SELECT substr(CAST(since AS VARCHAR(10)), 1, 7) AS month, jurisdiction, count(*) AS packages
FROM package_status
WHERE status = 'adopted' AND since IS NOT NULL
GROUP BY substr(CAST(since AS VARCHAR(10)), 1, 7), jurisdiction
ORDER BY month DESC, jurisdiction
