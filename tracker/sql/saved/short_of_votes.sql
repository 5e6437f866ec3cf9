-- Bills whose support falls short of a rule, the closest first.
SELECT name, rule, basis, support, required, margin, support_on
FROM whip_count
WHERE margin < 0
ORDER BY margin DESC, name, rule, basis
