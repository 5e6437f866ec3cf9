-- Bills and packages that are held up, the longest first.
SELECT name, key, status, since, status_quote
FROM bill_status WHERE status = 'stalled'
UNION ALL
SELECT name, key, status, since, status_quote
FROM package_status WHERE status = 'blocked'
ORDER BY since NULLS LAST, name
