// New claims that are no relations: a node each, with what it is about and the words of its documents.
UNWIND $rows AS r
MATCH (a:CsrGraph:Entity {id: r[2]})
CREATE (c:CsrGraph:Claim:$(r[8]) {id: r[0]})
CREATE (c)-[:CLAIM_SUBJECT]->(a)
SET c += r[9]
SET c.kind = r[8], c.type = r[1], c.subject = r[2], c.object = r[3], c.day = r[4], c.until = r[5], c.rank = r[6], c.body = r[7], c.addedIn = $number,
  c.since = $number
WITH c, r
CALL (c, r) {
  UNWIND CASE WHEN r[3] IS NULL THEN [] ELSE [r[3]] END AS other
  MATCH (b:CsrGraph:Entity {id: other})
  CREATE (c)-[:CLAIM_OBJECT]->(b)
  RETURN count(*) AS others
}
CALL (c, r) {
  UNWIND r[10] AS e
  MATCH (d:CsrGraph:Entity {id: e[0]})
  CREATE (c)-[:EVIDENCED_BY {quote: e[1], start: e[2], end: e[3], grade: e[4], note: e[5], roster: e[6], row: e[7], addedIn: $number}]->(d)
  RETURN count(*) AS pieces
}
WITH count(*) AS claims, sum(others + pieces) AS pieces
WITH claims, pieces, EXISTS { (s:CsrGraph {id: 'store', lease: $lease}) } AS held
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN claims = $count AND pieces = $pieces AND held THEN 1 ELSE 0 END})
