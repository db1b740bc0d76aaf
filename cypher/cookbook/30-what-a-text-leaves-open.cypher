// 30. What becomes of a path where a text leaves a relation open?
MATCH (p:CsrGraph:Person {id: 'person:sui-jing'})-[x]-(e:CsrGraph:Event {id: 'event:forum-2018'})
MATCH (c:CsrGraph:Claim {id: 'claim:' + x.claimId})-[v:EVIDENCED_BY]->(:CsrGraph)
RETURN type(x) AS relation, coalesce(x.certainty, 'CERTAIN') AS certainty, v.note AS note;
