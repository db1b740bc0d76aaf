// 28. How are two firms connected?
// The shortest paths over relations that stand and that the texts settle.
MATCH (a:CsrGraph:Entity {id: 'org:alibaba'})
MATCH (b:CsrGraph:Entity {id: 'org:hujiang'})
MATCH p = allShortestPaths((a)-[*..4]-(b))
  WHERE all(x IN relationships(p) WHERE x.claimId IS NOT NULL AND x.certainty IS NULL AND x.retractedIn IS NULL AND type(x) <> 'SAME_AS')
RETURN [n IN nodes(p) | n.name] AS who, [x IN relationships(p) | type(x)] AS how
ORDER BY [n IN nodes(p) | n.id], how;
