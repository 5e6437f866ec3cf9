-- What the voting rules of the Council of the EU demand today, and what it takes to block.
-- rule: Key of the rule.
-- procedure: What is voted on.
-- members: Member states.
-- states_required: Member states needed in favour.
-- population: Inhabitants of all member states.
-- population_percent: Percent of the inhabitants that those in favour must represent; empty where
--   none is needed.
-- population_required: The same in inhabitants.
-- states_to_block: Fewest states that can block by their number alone.
-- least_to_block: States that a minority must have to block by its population.
-- largest_to_block: How many of the largest states can block by their population.
-- legal_basis: Where the rule is laid down.
WITH size AS (
    SELECT count(*) AS members, sum(population) AS population FROM council_member
),
reckoned AS (
    SELECT t.rule,
           t.procedure,
           t.legal_basis,
           t.population_percent,
           size.members,
           size.population,
           CASE t.comparison
               WHEN 'gt' THEN size.members * t.numerator / t.denominator + 1
               WHEN 'ge' THEN (size.members * t.numerator + t.denominator - 1) / t.denominator
               ELSE size.members * t.numerator / t.denominator
           END AS states_required,
           (size.population * t.population_percent + 99) / 100 AS population_required,
           -- Article 16(4) TEU wants four against 55 % of the states; Article 238(2) TFEU does not.
           CASE WHEN t.population_percent IS NULL THEN NULL
                WHEN t.numerator = 55 THEN 4
                ELSE 1 END AS least_to_block
    FROM threshold_rule AS t
    CROSS JOIN size
    WHERE t.body = 'eu-council' AND t.base = 'states'
)
SELECT r.rule,
       r.procedure,
       r.members,
       r.states_required,
       r.population,
       r.population_percent,
       r.population_required,
       r.members - r.states_required + 1 AS states_to_block,
       r.least_to_block,
       CASE WHEN r.population_percent IS NULL THEN NULL ELSE
           (SELECT CASE WHEN min(one.place) < r.least_to_block THEN r.least_to_block
                        ELSE min(one.place) END
            FROM council_member AS one
            WHERE (SELECT sum(larger.population)
                   FROM council_member AS larger
                   WHERE larger.place <= one.place) > r.population - r.population_required)
       END AS largest_to_block,
       r.legal_basis
FROM reckoned AS r
