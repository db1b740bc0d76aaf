// 25. How many signed, and how many of them are named?
MATCH (pledge:CsrGraph:Pledge)
OPTIONAL MATCH (r:CsrGraph:Claim:Roster {type: 'SIGNED'})-[:CLAIM_SUBJECT]->(pledge)
OPTIONAL MATCH (:CsrGraph:Claim:Relation {type: 'SIGNED', object: pledge.id})-[e:EVIDENCED_BY {roster: r.id}]->()
WITH pledge, r, count(e) AS words
RETURN pledge.name AS pledge, COUNT { (pledge)<-[:SIGNED]-() } AS named, r.raw AS printed, toInteger(r.min) AS stated, words
ORDER BY pledge.sort;
