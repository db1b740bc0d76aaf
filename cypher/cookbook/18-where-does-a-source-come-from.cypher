// 18. Where does a source come from, and what rests on it?
MATCH (source:CsrGraph:Document)
OPTIONAL MATCH (claim:CsrGraph:Claim)-[:EVIDENCED_BY]->(source)
WITH source, count(DISTINCT claim) AS claims
OPTIONAL MATCH (source)<-[:CLAIM_SUBJECT]-(credit:CsrGraph:Credit)-[:CLAIM_OBJECT]->(agent:CsrGraph)
RETURN source.name AS source, source.date AS published, claims, collect(credit.type + ' ' + agent.name) AS credits
ORDER BY source.id;
