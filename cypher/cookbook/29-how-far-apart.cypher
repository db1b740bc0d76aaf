// 29. How are two connected who share nothing?
MATCH (a:CsrGraph:Entity {id: 'org:douyin'})
MATCH (b:CsrGraph:Entity {id: 'org:jd'})
OPTIONAL MATCH near = shortestPath((a)-[*..3]-(b))
  WHERE all(x IN relationships(near) WHERE x.claimId IS NOT NULL AND x.certainty IS NULL AND x.retractedIn IS NULL AND type(x) <> 'SAME_AS')
OPTIONAL MATCH far = shortestPath((a)-[*..4]-(b))
  WHERE all(x IN relationships(far) WHERE x.claimId IS NOT NULL AND x.certainty IS NULL AND x.retractedIn IS NULL AND type(x) <> 'SAME_AS')
RETURN near IS NOT NULL AS within3, length(far) AS length, [n IN nodes(far) | n.name] AS who;
