// The same versions of entities, with another date from now on.
UNWIND $rows AS r
MATCH (n:CsrGraph:Entity {id: r[0]})
CREATE (v:CsrGraph:EntityVersion)-[:VERSION_OF]->(n)
SET v = properties(n), v.id = r[0] + '@' + toString($number), v.entity = r[0], v.versionKind = n.kind, v.kind = null,
  v.labels = [l IN labels(n) WHERE NOT l IN ['CsrGraph', 'Entity']], v.firstDay = r[1], v.lastDay = r[2], v.date = r[3], v.dateCode = r[4],
  v.addedIn = $number, n.retractedIn = $number
WITH count(*) AS n
WITH n, EXISTS { (s:CsrGraph {id: 'store', lease: $lease}) } AS held
CREATE (:CsrGraph:Batch {id: $batch, whole: 1 / CASE WHEN held THEN 1 ELSE 0 END})
