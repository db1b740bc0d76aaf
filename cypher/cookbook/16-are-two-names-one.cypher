// 16. Are two names one office? That is proposed by a curator, and nothing is counted by it.
MATCH (a:CsrGraph)-[r:SAME_AS]->(b:CsrGraph)
MATCH (:CsrGraph:Claim {id: 'claim:' + r.claimId})-[words:EVIDENCED_BY]->(:CsrGraph)
RETURN a.name AS one, b.name AS other, r.status AS status, words.note AS note
ORDER BY a.sort;
