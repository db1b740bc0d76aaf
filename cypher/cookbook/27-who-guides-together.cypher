// 27. Who guides together?
MATCH (a:CsrGraph:Organisation)-[:GUIDED]->(e:CsrGraph:Event)<-[:GUIDED]-(b:CsrGraph:Organisation)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT e) AS shared
RETURN a.name AS one, b.name AS other, size(shared) AS weight,
  reduce(sum = 0.0, e IN shared | sum + 1.0 / (COUNT { (e)<-[:GUIDED]-() } - 1)) AS newman, [e IN shared | e.name] AS events
ORDER BY newman DESC, a.id, b.id;
