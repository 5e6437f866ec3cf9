-- Latest support for each bill against each voting rule of its body. Cosponsors are not votes.
-- measure_id: The bill.
-- key: Key of the bill.
-- name: Name of the bill.
-- body: Body that votes.
-- body_from: What says so: article (the words of the count), number (of the bill), sponsors (their
--   seats), or legislature (it has one chamber).
-- rule: Key of the rule.
-- procedure: What is voted on.
-- basis: official for the cosponsors on record, press for the latest count told.
-- support_kind: cosponsors, or supporters who are said to back it.
-- support: How many.
-- comparator: How exact the count is.
-- sponsors: Sponsors who are not in that count; none where it counts all supporters. Whom the
--   press calls a sponsor and the record a cosponsor is in the count.
-- support_on: Day of the count.
-- seats: Seats filled on that day, or the number that the rule fixes.
-- seats_from: Where that number comes from: office_term, or the rule.
-- required: Votes needed if everyone of them votes.
-- required_at_full: Votes needed with no seat vacant.
-- margin: Support less the votes needed.
-- margin_with_sponsors: The same, with the sponsors counted in.
-- preferred: Whether no better count of the same kind is known: official before press.
-- claim: Claim of the count, as in the view claim; of cosponsors on record that of the last who joined.
WITH seat AS (
    SELECT c.measure_id, min(o.chamber) AS body
    FROM sponsorship AS c
    JOIN office_term AS o
      ON o.person_id = c.person_id
     AND o.held_from <= coalesce(c.reported_on, CURRENT_DATE)
     AND o.held_to > coalesce(c.reported_on, CURRENT_DATE)
    WHERE c.role = 'sponsor' AND LIVE(c)
    GROUP BY c.measure_id
    HAVING count(DISTINCT o.chamber) = 1
),
only_chamber AS (
    SELECT DISTINCT substr(t.body, 1, 2) AS country, t.body
    FROM threshold_rule AS t
    WHERE t.base = 'fixed'
      AND NOT EXISTS (SELECT 1
                      FROM threshold_rule AS other
                      WHERE substr(other.body, 1, 2) = substr(t.body, 1, 2)
                        AND other.body <> t.body
                        AND other.base <> 'none')
),
chamber AS (
    SELECT b.measure_id,
           CASE WHEN m.jurisdiction = 'US' AND b.number LIKE 's%' THEN 'us-senate'
                WHEN m.jurisdiction = 'US' AND b.number LIKE 'h%' THEN 'us-house'
                ELSE coalesce(seat.body, only_chamber.body) END AS body,
           CASE WHEN m.jurisdiction = 'US' AND b.number IS NOT NULL THEN 'number'
                WHEN seat.body IS NOT NULL THEN 'sponsors'
                ELSE 'legislature' END AS body_from
    FROM bill AS b
    JOIN measure AS m ON m.id = b.measure_id
    LEFT JOIN seat ON seat.measure_id = b.measure_id AND m.jurisdiction = 'US'
    LEFT JOIN only_chamber ON only_chamber.country = lower(m.jurisdiction)
),
told AS (
    SELECT c.measure_id,
           coalesce(c.body, chamber.body) AS body,
           CASE WHEN c.body IS NULL THEN chamber.body_from ELSE 'article' END AS body_from,
           c.kind,
           c.count,
           c.comparator,
           c.reported_on,
           'support-' || c.id AS claim,
           row_number() OVER (
               PARTITION BY c.measure_id, c.kind, coalesce(c.body, chamber.body)
               ORDER BY c.reported_on DESC NULLS LAST, c.count DESC, c.id) AS place
    FROM support AS c
    LEFT JOIN chamber ON chamber.measure_id = c.measure_id
    WHERE LIVE(c)
),
counted AS (
    SELECT told.measure_id,
           told.body,
           told.body_from,
           'press' AS basis,
           told.kind AS support_kind,
           told.count AS support,
           told.comparator,
           told.reported_on AS support_on,
           told.claim
    FROM told
    WHERE told.place = 1
    UNION ALL
    SELECT official.measure_id,
           chamber.body,
           chamber.body_from,
           'official',
           'cosponsors',
           official.cosponsors,
           '=',
           official.latest,
           official.claim
    FROM official_cosponsors AS official
    JOIN chamber ON chamber.measure_id = official.measure_id
),
led AS (
    SELECT c.measure_id,
           CASE c.tier WHEN 'official' THEN 'official' ELSE 'press' END AS basis,
           count(DISTINCT coalesce('p' || c.person_id, c.name)) AS sponsors
    FROM sponsorship AS c
    WHERE c.role = 'sponsor'
      AND LIVE(c)
      -- The press calls those sponsors too who are cosponsors on record.
      AND NOT EXISTS (SELECT 1
                      FROM sponsorship AS joined
                      WHERE joined.measure_id = c.measure_id
                        AND joined.person_id = c.person_id
                        AND joined.role = 'cosponsor'
                        AND joined.tier = 'official'
                        AND joined.withdrawn_on IS NULL
                        AND joined.superseded_at IS NULL)
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
                  AND o.held_from <= coalesce(counted.support_on, CURRENT_DATE)
                  AND o.held_to > coalesce(counted.support_on, CURRENT_DATE))
           ELSE 0 END AS sworn
    FROM counted
    JOIN threshold_rule AS t ON t.body = counted.body AND t.rule IS NOT NULL
    WHERE t.routine
       OR EXISTS (SELECT 1
                  FROM vote_threshold AS v
                  WHERE v.measure_id = counted.measure_id
                    AND v.rule = t.rule
                    AND LIVE(v))
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
       n.body_from,
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
