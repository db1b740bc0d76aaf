// 14. What is uncertain, and why?
MATCH (a:CsrGraph)-[r {certainty: 'UNCERTAIN'}]->(b:CsrGraph)
MATCH (:CsrGraph:Claim {id: 'claim:' + r.claimId})-[words:EVIDENCED_BY]->(:CsrGraph)
RETURN a.name AS subject, type(r) AS relation, b.name AS object, words.quote AS quote, words.note AS note
ORDER BY relation, a.sort;
