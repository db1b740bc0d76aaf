// 8. What does a pledge commit to?
MATCH (pledge:CsrGraph {id: 'pledge:jinjiang-2024'})<-[:CLAIM_SUBJECT]-(finding:CsrGraph:Statement {type: 'FINDING'})-[words:EVIDENCED_BY]->(:CsrGraph)
RETURN pledge.name AS pledge, finding.text AS finding, words.quote AS quote, words.start AS start, words.end AS end
ORDER BY finding.rank;
