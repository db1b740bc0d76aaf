// 11. What was said, by whom and where? Who is only quoted did not, for that, speak at the event.
MATCH (p:CsrGraph:Person)<-[:CLAIM_SUBJECT]-(said:CsrGraph:Statement {type: 'QUOTATION'})-[words:EVIDENCED_BY]->(:CsrGraph)
OPTIONAL MATCH (said)-[:CLAIM_OBJECT]->(e:CsrGraph)
RETURN p.name AS speaker, said.verb AS verb, said.text AS text, e.name AS at, words.quote AS quote, words.grade AS grade
ORDER BY p.sort, said.rank, text LIMIT 10;
