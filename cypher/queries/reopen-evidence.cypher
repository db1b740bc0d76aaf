// Words that a dead writer had ended.
MATCH (c:CsrGraph)-[e:EVIDENCED_BY {retractedIn: $number}]->(:CsrGraph)
USING INDEX SEEK e:EVIDENCED_BY(retractedIn)
WITH e LIMIT $limit
REMOVE e.retractedIn
RETURN count(*)
