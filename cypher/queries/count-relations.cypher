// How many distinct entities stand at the far ends of entities' relations, by type and end.
UNWIND $ids AS id
MATCH (n:CsrGraph:Entity {id: id})
CALL (n) {
  UNWIND [k IN keys(n) WHERE k STARTS WITH 'count_'] AS k
  SET n[k] = null
}
CALL (n) {
  MATCH (n)-[x]->(far:CsrGraph:Entity)
  WHERE x.claimId IS NOT NULL AND NOT type(x) STARTS WITH 'RETRACTED_'
  WITH type(x) AS type, count(DISTINCT far) AS count
  SET n['count_' + type + '_out'] = count
}
CALL (n) {
  MATCH (n)<-[x]-(far:CsrGraph:Entity)
  WHERE x.claimId IS NOT NULL AND NOT type(x) STARTS WITH 'RETRACTED_'
  WITH type(x) AS type, count(DISTINCT far) AS count
  SET n['count_' + type + '_in'] = count
}
