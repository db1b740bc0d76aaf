// 23. What is said most, and of which year?
MATCH (c:CsrGraph:Claim:Relation)
WITH c.type AS type, CASE WHEN c.day IS NOT NULL THEN (date('0001-01-01') + duration({days: c.day})).year END AS year, count(*) AS claims
WHERE claims >= 5
RETURN type, year, claims
ORDER BY claims DESC, type, year;
