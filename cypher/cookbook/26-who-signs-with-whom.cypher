// 26. Who signs with whom, and what is missing?
MATCH (a:CsrGraph:Organisation)-[:SIGNED]->(p:CsrGraph:Pledge)<-[:SIGNED]-(b:CsrGraph:Organisation)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT p) AS shared
WITH count(*) AS pairs, max(size(shared)) AS most, reduce(all = [], list IN collect(shared) | all + list) AS pledges
UNWIND pledges AS p
WITH DISTINCT pairs, most, p
MATCH (r:CsrGraph:Claim:Roster {type: 'SIGNED'})-[:CLAIM_SUBJECT]->(p)
WITH pairs, most, p, toInteger(r.min) AS stated, COUNT { (p)<-[:SIGNED]-() } AS named
RETURN pairs, most, p.name AS pledge, stated, named, (stated * (stated - 1) - named * (named - 1)) / 2 AS missing;
