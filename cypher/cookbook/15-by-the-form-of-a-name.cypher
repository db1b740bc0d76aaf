// 15. What rests on the form of a name alone? Such evidence is INFERRED, and says so.
MATCH (p:CsrGraph)-[r:PART_OF]->(w:CsrGraph)
MATCH (:CsrGraph:Claim {id: 'claim:' + r.claimId})-[words:EVIDENCED_BY {grade: 'INFERRED'}]->(:CsrGraph)
RETURN p.name AS part, w.name AS whole, words.quote AS quote, words.note AS note
ORDER BY p.sort, w.sort, quote;
