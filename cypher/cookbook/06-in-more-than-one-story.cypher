// 6. Which organisations are in more than one story? They signed a pledge and presented a case.
MATCH (o:CsrGraph:Organisation)
WHERE EXISTS { (o)-[:SIGNED]->(:CsrGraph) } AND EXISTS { (o)-[:PRESENTED_CASE]->(:CsrGraph) }
RETURN o.name AS organisation
ORDER BY o.sort;
