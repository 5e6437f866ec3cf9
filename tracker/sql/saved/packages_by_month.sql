-- Packages told as adopted, by month and issuer.
SELECT month(since) AS month, jurisdiction, count(*) AS packages
FROM package_status
WHERE status = 'adopted' AND since IS NOT NULL
GROUP BY month(since), jurisdiction
ORDER BY month(since) DESC, jurisdiction
