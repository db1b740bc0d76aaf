// The version of an entity that took over moves onto the entity's node, and the one before into a version of its own.
MATCH (v:CsrGraph:EntityVersion {addedIn: $number})
USING INDEX SEEK v:CsrGraph(addedIn, id)
WHERE v.id IS NOT NULL
WITH v LIMIT $limit
MATCH (n:CsrGraph:Entity {id: v.entity})
WITH v, n, properties(n) AS before, [l IN labels(n) WHERE NOT l IN ['CsrGraph', 'Entity']] AS labels
CREATE (o:CsrGraph:EntityVersion)-[:VERSION_OF]->(n)
SET o = before {.*, id: before.id + '@' + toString(before.addedIn), entity: before.id, versionKind: before.kind, kind: null, labels: labels}
REMOVE n:$(labels)
SET n:$(v.labels), n = v {.*, id: before.id, kind: v.versionKind, entity: null, versionKind: null, labels: null}
WITH v, n, before
CALL (n, before) {
  UNWIND [k IN keys(n) + keys(before) WHERE k STARTS WITH 'count_'] AS k
  SET n[k] = before[k]
}
DETACH DELETE v
RETURN count(*)
