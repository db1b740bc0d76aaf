// New entities and documents, with their names and the ids that redirect to them.
UNWIND $rows AS r
CREATE (n:CsrGraph:Entity:$(r[1]) {id: r[0], kind: r[2], category: r[3], name: r[4], sort: r[5], firstDay: r[6], lastDay: r[7], date: r[8], dateCode: r[9],
  body: r[10], addedIn: $number, since: $number})
SET n += r[13]
WITH n, r
CALL (n, r) {
  UNWIND r[11] AS m
  CREATE (:CsrGraph:Name {id: m[0], entity: r[0], place: m[1], text: m[2], folded: m[3], length: m[4], short: m[5], matchable: m[6], readings: m[7],
    addedIn: $number})-[:NAME_OF]->(n)
}
CALL (n, r) {
  UNWIND r[12] AS f
  CREATE (:CsrGraph:Redirect {id: f[0], former: f[1], entity: r[0], addedIn: $number})-[:REDIRECTS_TO]->(n)
}
WITH count(*) AS n
WITH n, EXISTS { (s:CsrGraph {id: 'store', lease: $lease}) } AS held
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN n = $count AND held THEN 1 ELSE 0 END})
