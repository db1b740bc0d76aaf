// Entities that a dead writer added under $number; one that older claims name is a bare node again.
MATCH (n:CsrGraph:Entity {addedIn: $number})
USING INDEX SEEK n:CsrGraph(addedIn, id)
WHERE n.id IS NOT NULL
WITH n LIMIT $limit
SET n = {id: n.id}
REMOVE n:$([l IN labels(n) WHERE NOT l IN ['CsrGraph', 'Entity']])
WITH n
CALL (n) {
  WITH n WHERE NOT EXISTS { (n)--() }
  DELETE n
}
RETURN count(*)
