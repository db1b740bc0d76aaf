// Claims that a dead writer added under $number, with everything that hangs on them.
MATCH (c:CsrGraph:Claim {addedIn: $number})
USING INDEX SEEK c:CsrGraph(addedIn, id)
WHERE c.id IS NOT NULL
WITH c LIMIT $limit
CALL (c) {
  WITH c WHERE c.kind = 'Relation'
  MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
  WHERE 'claim:' + x.claimId = c.id
  DELETE x
}
DETACH DELETE c
RETURN count(*)
