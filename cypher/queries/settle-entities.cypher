// The version of an entity that took over moves onto the entity's node, and the one before into a version of its own.
MATCH (v:CsrGraph:EntityVersion {addedIn: $number})
WITH v LIMIT $limit
MATCH (n:CsrGraph:Entity {id: v.entity})
WITH v, n, properties(n) AS before, [l IN labels(n) WHERE NOT l IN ['CsrGraph', 'Entity']] AS labels
CREATE (o:CsrGraph:EntityVersion)-[:VERSION_OF]->(n)
SET o = before, o.id = before.id + '@' + toString(before.addedIn), o.entity = before.id, o.versionKind = before.kind, o.kind = null, o.labels = labels
REMOVE n:$(labels)
SET n:$(v.labels), n = properties(v), n.id = before.id, n.kind = v.versionKind, n.entity = null, n.versionKind = null, n.labels = null
WITH v, n, before
CALL (n, before) {
  UNWIND [k IN keys(before) WHERE k STARTS WITH 'count_'] AS k
  SET n[k] = before[k]
}
DETACH DELETE v
WITH count(*) AS n
MATCH (s:CsrGraph {id: 'store'})
SET s.epoch = s.epoch + 1
RETURN n
