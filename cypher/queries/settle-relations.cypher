// Typed relationships that ended keep what they said under another type.
MATCH (c:CsrGraph:Claim)
USING INDEX SEEK c:CsrGraph(retractedIn, id)
WHERE c.retractedIn = $number AND c.id > $after
WITH c ORDER BY c.id LIMIT $limit
CALL (c) {
  WITH c WHERE c.kind = 'Relation'
  MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
  WHERE 'claim:' + x.claimId = c.id AND x.retractedIn = $number AND NOT type(x) STARTS WITH 'RETRACTED_'
  CREATE (a)-[y:$('RETRACTED_' + type(x))]->(b)
  SET y = properties(x)
  DELETE x
}
RETURN count(*), max(c.id)
