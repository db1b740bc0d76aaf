// 4. Who spoke at the forum, and as what? The title on the relationship is the capacity as printed that day, on the post the bare title.
MATCH (s:CsrGraph)-[spoke:SPOKE_AT]->(e:CsrGraph:Event)
WHERE e.name CONTAINS '第五届' AND e.name CONTAINS '论坛'
OPTIONAL MATCH (s)-[held:HOLDS_POSITION]->(b:CsrGraph)
RETURN e.name AS event, s.name AS speaker, spoke.act AS act, spoke.title AS capacity, held.title AS post, b.name AS body
ORDER BY spoke.rank, held.rank;
