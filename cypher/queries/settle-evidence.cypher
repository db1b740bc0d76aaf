// Words that ended.
MATCH (c:CsrGraph)-[e:EVIDENCED_BY {retractedIn: $number}]->(d:CsrGraph)
USING INDEX SEEK e:EVIDENCED_BY(retractedIn)
WITH c, e, d LIMIT $limit
CREATE (c)-[y:RETRACTED_EVIDENCED_BY]->(d)
SET y = properties(e)
DELETE e
RETURN count(*)
