-- What is threatened or hangs on a condition, the latest first.
SELECT name, says, modality, condition, speaker, reported_on, quote, claim
FROM timeline
WHERE modality IN ('conditional', 'possible') AND facet = 'status'
ORDER BY reported_on DESC NULLS LAST, name, claim
