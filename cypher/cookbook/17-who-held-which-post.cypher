// 17. Who held which post, then and now?
MATCH (person:CsrGraph:Person)-[post:HOLDS_POSITION]->(body:CsrGraph)
RETURN person.name AS person, post.title AS title, post.state AS state, body.name AS body
ORDER BY person.sort, post.day, post.rank;
