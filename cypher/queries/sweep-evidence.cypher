// Words that a dead writer added to claims that were there before.
MATCH (s:CsrGraph {id: 'changeset:' + toString($number)})-[t:TOUCHED]->(c:CsrGraph)
WITH t, c LIMIT $limit
CALL (c) {
  MATCH (c)-[e:EVIDENCED_BY]->(:CsrGraph)
  WHERE e.addedIn = $number
  DELETE e
}
DELETE t
RETURN count(*)
