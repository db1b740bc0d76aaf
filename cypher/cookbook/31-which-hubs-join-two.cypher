// 31. Which hubs does a path not lead through?
// What has more than 20 links joins two, and says little.
MATCH (a:CsrGraph:Entity {id: 'org:douyin'})-[x]-(hub:CsrGraph:Entity)-[y]-(b:CsrGraph:Entity {id: 'org:youku'})
  WHERE x.claimId IS NOT NULL AND y.claimId IS NOT NULL
WITH DISTINCT hub
MATCH (hub)-[r]-(other:CsrGraph:Entity) WHERE r.claimId IS NOT NULL AND type(r) <> 'SAME_AS'
WITH hub, count(DISTINCT [type(r), startNode(r) = hub, other.id]) AS degree WHERE degree > 20
RETURN hub.name AS hub, degree;
