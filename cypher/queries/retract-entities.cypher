// Entities, their names and the ids that redirect to them stand until, and without, this change-set.
UNWIND $ids AS id
MATCH (n:CsrGraph:Entity {id: id})
SET n.retractedIn = $number
WITH n
MATCH (m:CsrGraph)-[:NAME_OF|REDIRECTS_TO]->(n)
WHERE m.retractedIn IS NULL
SET m.retractedIn = $number
