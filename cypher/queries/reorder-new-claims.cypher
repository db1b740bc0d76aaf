// Rows that this change-set opened itself need no second one.
UNWIND $rows AS r
MATCH (c:CsrGraph {id: r[0]})
SET c.day = r[2], c.until = r[3], c.rank = r[4]
WITH c, r
MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
WHERE c.kind = 'Relation' AND 'claim:' + x.claimId = r[1] AND x.addedIn = $number
SET x.day = r[2], x.until = r[3], x.rank = r[4]
