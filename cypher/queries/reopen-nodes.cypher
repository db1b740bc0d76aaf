// Entities, names and redirects that a dead writer had ended.
MATCH (n:CsrGraph {retractedIn: $number})
WITH n LIMIT $limit
REMOVE n.retractedIn
RETURN count(*)
