// Claims that a dead writer had ended; their typed relationships first.
MATCH (c:CsrGraph:Claim {retractedIn: $number})
USING INDEX SEEK c:CsrGraph(retractedIn, id)
WHERE c.id IS NOT NULL
WITH c LIMIT $limit
CALL (c) {
  WITH c WHERE c.kind = 'Relation'
  MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
  WHERE 'claim:' + x.claimId = c.id AND x.retractedIn = $number
  REMOVE x.retractedIn
}
REMOVE c.retractedIn
RETURN count(*)
