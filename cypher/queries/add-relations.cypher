// New relation claims: the claim, the typed relationship that people read, and the words of its documents.
UNWIND $rows AS r
MATCH (a:CsrGraph:Entity {id: r[2]})
WITH r, a
MATCH (b:CsrGraph:Entity {id: r[3]})
CREATE (c:CsrGraph:Claim:Relation {id: r[0], kind: 'Relation', type: r[1], subject: r[2], object: r[3], day: r[4], until: r[5], rank: r[6], body: r[7],
  addedIn: $number, since: $number})
CREATE (a)-[x:$(r[1]) {claimId: substring(r[0], 6), day: r[4], until: r[5], rank: r[6], body: r[7], when: r[8], addedIn: $number, since: $number}]->(b)
SET x += r[9], c += r[9]
WITH c, r
CALL (c, r) {
  UNWIND r[10] AS e
  MATCH (d:CsrGraph:Entity {id: e[0]})
  CREATE (c)-[:EVIDENCED_BY {quote: e[1], start: e[2], end: e[3], grade: e[4], note: e[5], roster: e[6], row: e[7], addedIn: $number}]->(d)
  RETURN count(*) AS pieces
}
WITH count(*) AS claims, sum(pieces) AS pieces
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN claims = $count AND pieces = $pieces THEN 1 ELSE 0 END})
