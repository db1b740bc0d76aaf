// More words for claims; the change-set's node keeps which claims it did not add itself.
UNWIND $rows AS r
MATCH (c:CsrGraph:Claim {id: r[0]})
WITH c, r
MATCH (d:CsrGraph:Entity {id: r[1]})
CREATE (c)-[:EVIDENCED_BY {quote: r[2], start: r[3], end: r[4], grade: r[5], note: r[6], roster: r[7], row: r[8], addedIn: $number}]->(d)
WITH c
CALL (c) {
  WITH c WHERE c.addedIn <> $number
  MATCH (s:CsrGraph {id: 'changeset:' + toString($number)})
  MERGE (s)-[:TOUCHED]->(c)
}
WITH count(*) AS n
WITH n, EXISTS { (s:CsrGraph {id: 'store', lease: $lease}) } AS held
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN n = $count AND held THEN 1 ELSE 0 END})
