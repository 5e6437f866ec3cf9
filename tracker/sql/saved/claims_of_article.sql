-- All that one article says: -p article=12
SELECT c.claim, m.name, c.facet, c.says, c.modality, c.date, c.quote
FROM claim AS c
JOIN measure AS m ON m.id = c.measure_id
WHERE c.article_id = :article AND c.superseded_at IS NULL
ORDER BY c.start_offset, c.claim
