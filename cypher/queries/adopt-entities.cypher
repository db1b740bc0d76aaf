// Nodes that only claims have named so far become the entities that they stand for.
UNWIND $rows AS r
MATCH (n:CsrGraph:Entity {id: r[0]})
SET n:$(r[1]), n.kind = r[2], n.category = r[3], n.name = r[4], n.sort = r[5], n.firstDay = r[6], n.lastDay = r[7], n.date = r[8], n.dateCode = r[9],
  n.body = r[10], n.addedIn = $number, n.since = $number, n += r[13]
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
