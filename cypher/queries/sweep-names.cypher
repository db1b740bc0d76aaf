// Names, redirects and versions of entities that a dead writer added under $number.
MATCH (n:CsrGraph {addedIn: $number})
USING INDEX SEEK n:CsrGraph(addedIn, id)
WHERE n.id IS NOT NULL AND (n:Name OR n:Redirect OR n:EntityVersion)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*)
