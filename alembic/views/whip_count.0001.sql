-- Latest support for each bill against each voting rule of its body. Cosponsors are not votes.
-- measure_id: The bill.
-- key: Key of the bill.
-- name: Name of the bill.
-- body: Body that votes.
-- rule: Key of the rule.
-- procedure: What is voted on.
-- basis: official for the cosponsors on record, press for the latest count told.
-- support_kind: cosponsors, or supporters who are said to back it.
-- support: How many.
-- comparator: How exact the count is.
-- sponsors: Sponsors who are not in that count; none where it counts all supporters.
-- support_on: Day of the count.
-- seats: Seats filled on that day, or the number that the rule fixes.
-- seats_from: Where that number comes from: office_term, or the rule.
-- required: Votes needed if everyone of them votes.
-- required_at_full: Votes needed with no seat vacant.
-- margin: Support less the votes needed.
-- margin_with_sponsors: The same, with the sponsors counted in.
-- preferred: Whether no better count of the same kind is known: official before press.
-- claim: Claim of the count told by the press, as in the view claim.
WITH counted AS (
    SELECT c.measure_id,
           c.body,
           'press' AS basis,
           c.kind AS support_kind,
           c.count AS support,
           c.comparator,
           c.reported_on AS support_on,
           'support-' || c.id AS claim
    FROM support AS c
    WHERE c.superseded_at IS NULL
      AND (c.verdict IS NULL OR c.verdict <> 'rejected')
      AND NOT EXISTS (
          SELECT 1
          FROM support AS later
          WHERE later.measure_id = c.measure_id
            AND later.kind = c.kind
            AND coalesce(later.body, '') = coalesce(c.body, '')
            AND later.superseded_at IS NULL
            AND (later.verdict IS NULL OR later.verdict <> 'rejected')
            AND (later.reported_on > c.reported_on
                 OR (later.reported_on IS NOT NULL AND c.reported_on IS NULL)
                 OR ((later.reported_on = c.reported_on
                      OR (later.reported_on IS NULL AND c.reported_on IS NULL))
                     AND (later.count > c.count OR (later.count = c.count AND later.id < c.id)))))
    UNION ALL
    SELECT c.measure_id,
           CASE WHEN b.number LIKE 's%' THEN 'us-senate' ELSE 'us-house' END,
           'official',
           'cosponsors',
           count(DISTINCT c.person_id),
           '=',
           max(c.date_from),
           CAST(NULL AS VARCHAR)
    FROM sponsorship AS c
    JOIN bill AS b ON b.measure_id = c.measure_id
    WHERE c.tier = 'official'
      AND c.role = 'cosponsor'
      AND c.withdrawn_on IS NULL
      AND c.superseded_at IS NULL
    GROUP BY c.measure_id, b.number
),
led AS (
    SELECT c.measure_id,
           CASE c.tier WHEN 'official' THEN 'official' ELSE 'press' END AS basis,
           count(DISTINCT coalesce('p' || c.person_id, c.name)) AS sponsors
    FROM sponsorship AS c
    WHERE c.role = 'sponsor'
      AND c.superseded_at IS NULL
      AND (c.verdict IS NULL OR c.verdict <> 'rejected')
    GROUP BY c.measure_id, CASE c.tier WHEN 'official' THEN 'official' ELSE 'press' END
),
seated AS (
    SELECT counted.*,
           t.rule,
           t.procedure,
           t.numerator,
           t.denominator,
           t.comparison,
           t.members_at_full,
           t.votes_at_full,
           CASE WHEN t.base IN ('voting', 'present', 'sworn') THEN
               (SELECT count(*)
                FROM office_term AS o
                WHERE o.chamber = t.body
                  AND o.votes
                  AND o.start <= coalesce(counted.support_on, CURRENT_DATE)
                  AND o."end" > coalesce(counted.support_on, CURRENT_DATE))
           ELSE 0 END AS sworn
    FROM counted
    JOIN threshold_rule AS t ON t.body = counted.body AND t.rule IS NOT NULL
    WHERE t.routine
       OR EXISTS (SELECT 1
                  FROM vote_threshold AS v
                  WHERE v.measure_id = counted.measure_id
                    AND v.rule = t.rule
                    AND v.superseded_at IS NULL
                    AND (v.verdict IS NULL OR v.verdict <> 'rejected'))
),
reckoned AS (
    SELECT seated.*,
           CASE WHEN sworn > 0 THEN sworn ELSE members_at_full END AS seats,
           CASE WHEN sworn > 0 THEN 'office_term' ELSE 'rule' END AS seats_from
    FROM seated
),
needed AS (
    SELECT reckoned.*,
           CASE comparison
               WHEN 'gt' THEN seats * numerator / denominator + 1
               WHEN 'ge' THEN (seats * numerator + denominator - 1) / denominator
               ELSE seats * numerator / denominator
           END AS required
    FROM reckoned
)
SELECT n.measure_id,
       m.key,
       m.name,
       n.body,
       n.rule,
       n.procedure,
       n.basis,
       n.support_kind,
       n.support,
       n.comparator,
       CASE n.support_kind WHEN 'cosponsors' THEN coalesce(led.sponsors, 0) ELSE 0 END AS sponsors,
       n.support_on,
       n.seats,
       n.seats_from,
       n.required,
       n.votes_at_full AS required_at_full,
       n.support - n.required AS margin,
       n.support - n.required
           + CASE n.support_kind WHEN 'cosponsors' THEN coalesce(led.sponsors, 0) ELSE 0 END
           AS margin_with_sponsors,
       (n.basis = 'official'
        OR NOT EXISTS (SELECT 1
                       FROM counted AS better
                       WHERE better.measure_id = n.measure_id
                         AND better.basis = 'official'
                         AND better.support_kind = n.support_kind)) AS preferred,
       n.claim
FROM needed AS n
JOIN measure AS m ON m.id = n.measure_id
LEFT JOIN led ON led.measure_id = n.measure_id AND led.basis = n.basis
