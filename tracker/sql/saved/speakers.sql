-- Who is quoted most, and on how many measures.
SELECT speaker, count(*) AS claims, count(DISTINCT measure_id) AS measures,
       min(reported_on) AS first, max(reported_on) AS last
FROM timeline
WHERE speaker IS NOT NULL
GROUP BY speaker
ORDER BY claims DESC, speaker
