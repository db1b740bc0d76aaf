// 32. Who is around a pledge, and how much is not shown?
MATCH (p:CsrGraph:Pledge {id: 'pledge:csr-2018'})-[x]-(n:CsrGraph:Entity) WHERE x.claimId IS NOT NULL AND type(x) <> 'SAME_AS'
WITH DISTINCT p, n
MATCH (n)-[r]-(other:CsrGraph:Entity) WHERE r.claimId IS NOT NULL AND type(r) <> 'SAME_AS'
WITH p, n, count(DISTINCT [type(r), startNode(r) = n, other.id]) AS degree ORDER BY degree DESC, n.id
WITH collect([n.name, degree]) AS around
RETURN around[..5] AS shown, size(around) AS total;
