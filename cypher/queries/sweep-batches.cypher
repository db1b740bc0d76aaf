// Notes of batches that nobody will ask for again.
MATCH (b:CsrGraph)
WHERE b.id STARTS WITH 'batch:'
WITH b LIMIT $limit
DELETE b
RETURN count(*)
