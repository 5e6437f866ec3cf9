-- Names in articles that were linked to nobody, the most frequent first.
SELECT text, kind, count(*) AS mentions, count(DISTINCT article_id) AS articles
FROM mention
WHERE resolution = 'unresolved'
GROUP BY text, kind
ORDER BY mentions DESC, text
