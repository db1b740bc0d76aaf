// 25. How many signed, and how many of them are named?
MATCH (p:CsrGraph:Pledge)
OPTIONAL MATCH (r:CsrGraph:Claim:Roster {type: 'SIGNED'})-[:CLAIM_SUBJECT]->(p)
OPTIONAL MATCH (:CsrGraph:Claim:Relation {type: 'SIGNED', object: p.id})-[e:EVIDENCED_BY {roster: r.id}]->()
WITH p, r, count(e) AS words
RETURN p.name AS pledge, COUNT { (p)<-[:SIGNED]-() } AS named, r.raw AS printed, toInteger(r.min) AS stated, words
ORDER BY p.sort;
