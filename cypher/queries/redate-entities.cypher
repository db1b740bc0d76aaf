// The same versions of entities, with another date from now on.
UNWIND $rows AS r
MATCH (n:CsrGraph:Entity {id: r[0]})
CREATE (v:CsrGraph:EntityVersion)-[:VERSION_OF]->(n)
SET v = n {.*, id: r[0] + '@' + toString($number), entity: r[0], versionKind: n.kind, kind: null,
  labels: [l IN labels(n) WHERE NOT l IN ['CsrGraph', 'Entity']], firstDay: r[1], lastDay: r[2], date: r[3], dateCode: r[4], addedIn: $number},
  n.retractedIn = $number
WITH count(*) AS n
WITH n, EXISTS { (s:CsrGraph {id: 'store', lease: $lease}) } AS held
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN held THEN 1 ELSE 0 END})
