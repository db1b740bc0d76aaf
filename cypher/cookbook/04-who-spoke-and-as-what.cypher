// 4. Who spoke at the forum, and as what? The title on the relationship is the capacity as printed that day, on the post the bare title.
MATCH (speaker:CsrGraph)-[spoke:SPOKE_AT]->(event:CsrGraph:Event)
WHERE event.name CONTAINS '第五届' AND event.name CONTAINS '论坛'
OPTIONAL MATCH (speaker)-[post:HOLDS_POSITION]->(body:CsrGraph)
RETURN event.name AS event, speaker.name AS speaker, spoke.act AS act, spoke.title AS capacity, post.title AS post, body.name AS body
ORDER BY spoke.rank, post.rank;
