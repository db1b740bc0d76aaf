// Entities, names and redirects that a dead writer had ended.
MATCH (n:CsrGraph {retractedIn: $number})
USING INDEX SEEK n:CsrGraph(retractedIn, id)
WHERE n.id IS NOT NULL
WITH n LIMIT $limit
REMOVE n.retractedIn
RETURN count(*)
