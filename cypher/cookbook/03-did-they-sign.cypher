// 3. Did they sign? The words where there are any; that there are none answers nothing, since a roster may be open.
UNWIND ['org:tencent', 'org:iqiyi'] AS id
MATCH (f:CsrGraph {id: id})
OPTIONAL MATCH (f)-[r:SIGNED]->(:CsrGraph {id: 'pledge:csr-2018'})
OPTIONAL MATCH (:CsrGraph:Claim {id: 'claim:' + r.claimId})-[words:EVIDENCED_BY]->(:CsrGraph)
WITH f, r, words ORDER BY words.quote
RETURN f.name AS firm, CASE WHEN r IS NULL THEN 'UNKNOWN' ELSE 'YES' END AS answer, collect(words.quote) AS quotes
ORDER BY firm;
