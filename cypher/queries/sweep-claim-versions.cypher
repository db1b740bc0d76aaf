// Versions of claims that a dead writer added under $number.
MATCH (v:CsrGraph:ClaimVersion {addedIn: $number})
USING INDEX SEEK v:CsrGraph(addedIn, id)
WHERE v.id IS NOT NULL
WITH v LIMIT $limit
CALL (v) {
  WITH v WHERE v.kind = 'Relation'
  MATCH (a:CsrGraph:Entity {id: v.subject})-[x]->(b:CsrGraph:Entity {id: v.object})
  WHERE 'claim:' + x.claimId = v.claim AND x.addedIn = $number
  DELETE x
}
DETACH DELETE v
RETURN count(*)
