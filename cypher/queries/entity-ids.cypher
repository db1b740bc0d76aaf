// All entities, some at a time.
MATCH (n:CsrGraph)
USING INDEX SEEK n:CsrGraph(id)
WHERE n.id > $after AND n.kind IS NOT NULL AND n.sort IS NOT NULL
WITH n ORDER BY n.id LIMIT $limit
RETURN n.id
