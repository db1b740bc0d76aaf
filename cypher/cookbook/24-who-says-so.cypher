// 24. Who says so?
MATCH (c:CsrGraph:Claim)-[:EVIDENCED_BY]->(d:CsrGraph:Document)
OPTIONAL MATCH (p:CsrGraph:Entity {id: d.publisher})
RETURN coalesce(p.name, 'not named') AS publisher, count(DISTINCT c) AS claims, count(DISTINCT d) AS documents
ORDER BY claims DESC, publisher;
