-- Member states of the EU today, with their share in the population that counts for votes.
-- code: Code of the country.
-- name: Name of the country.
-- population: Inhabitants.
-- population_year: Year that the figure is of.
-- share: Percent of the Union's population.
-- place: Place by population, the largest first.
-- source: Where the figure comes from.
SELECT c.code,
       c.name,
       c.population,
       c.population_year,
       round(100.0 * c.population / u.population, 2) AS share,
       row_number() OVER (ORDER BY c.population DESC, c.code) AS place,
       c.source
FROM country AS c
CROSS JOIN (SELECT sum(population) AS population
            FROM country
            WHERE eu_from <= CURRENT_DATE AND (eu_to IS NULL OR eu_to > CURRENT_DATE)) AS u
WHERE c.eu_from <= CURRENT_DATE
  AND (c.eu_to IS NULL OR c.eu_to > CURRENT_DATE)
