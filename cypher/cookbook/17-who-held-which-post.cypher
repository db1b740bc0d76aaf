// 17. Who held which post, then and now?
MATCH (p:CsrGraph:Person)-[post:HOLDS_POSITION]->(b:CsrGraph)
RETURN p.name AS person, post.title AS title, post.state AS state, b.name AS body
ORDER BY p.sort, post.day, post.rank;
