// 15. What rests on the form of a name alone? Such evidence is INFERRED, and says so.
MATCH (part:CsrGraph)-[r:PART_OF]->(whole:CsrGraph)
MATCH (:CsrGraph:Claim {id: r.claimId})-[words:EVIDENCED_BY {grade: 'INFERRED'}]->(:CsrGraph)
RETURN part.name AS part, whole.name AS whole, words.quote AS quote, words.note AS note
ORDER BY part.sort, whole.sort, quote;
