// 8. What does a pledge commit to?
MATCH (p:CsrGraph {id: 'pledge:jinjiang-2024'})<-[:CLAIM_SUBJECT]-(f:CsrGraph:Statement {type: 'FINDING'})-[words:EVIDENCED_BY]->(:CsrGraph)
RETURN p.name AS pledge, f.text AS finding, words.quote AS quote, words.start AS start, words.end AS end
ORDER BY f.rank;
