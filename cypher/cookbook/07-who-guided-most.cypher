// 7. Who guided most?
MATCH (o:CsrGraph:Organisation)-[:GUIDED]->(initiative:CsrGraph)
WITH o, initiative ORDER BY initiative.sort, initiative.id
WITH o, count(DISTINCT initiative) AS guided, collect(DISTINCT initiative.name) AS initiatives
RETURN o.name AS organisation, guided, initiatives
ORDER BY guided DESC, o.sort LIMIT 3;
