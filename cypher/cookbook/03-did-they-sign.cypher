// 3. Did they sign? The words where there are any; no row answers "no", since a roster may be open.
UNWIND ['org:tencent', 'org:iqiyi'] AS id
MATCH (firm:CsrGraph {id: id}), (pledge:CsrGraph {id: 'pledge:csr-2018'})
OPTIONAL MATCH (firm)-[r:SIGNED]->(pledge)
OPTIONAL MATCH (:CsrGraph:Claim {id: r.claimId})-[words:EVIDENCED_BY]->(:CsrGraph)
RETURN firm.name AS firm, CASE WHEN r IS NULL THEN 'UNKNOWN' ELSE 'YES' END AS answer, collect(words.quote) AS quotes
ORDER BY firm;
