// 22. Which sorts of bodies are there, and who is among them?
MATCH (o:CsrGraph:Organisation)
WITH o ORDER BY o.sort, o.id
WITH o.category AS category, count(*) AS bodies, collect(o.name)[..3] AS first
WHERE bodies >= 5
RETURN category, bodies, first
ORDER BY bodies DESC, category;
