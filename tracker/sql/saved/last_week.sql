-- What was reported in the last seven days, the latest first.
SELECT reported_on, name, says, modality, source, quote, claim
FROM timeline
WHERE reported_on > days_ago(7)
ORDER BY reported_on DESC, name, claim
