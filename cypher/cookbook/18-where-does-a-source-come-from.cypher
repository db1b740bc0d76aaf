// 18. Where does a source come from, and what rests on it?
MATCH (d:CsrGraph:Document)
OPTIONAL MATCH (claim:CsrGraph:Claim)-[:EVIDENCED_BY]->(d)
WITH d, count(DISTINCT claim) AS claims
OPTIONAL MATCH (d)<-[:CLAIM_SUBJECT]-(credit:CsrGraph:Credit)-[:CLAIM_OBJECT]->(agent:CsrGraph)
WITH d, claims, credit, agent ORDER BY credit.rank, agent.sort
RETURN d.name AS source, d.date AS published, claims, collect(credit.type + ' ' + agent.name) AS credits
ORDER BY source;
