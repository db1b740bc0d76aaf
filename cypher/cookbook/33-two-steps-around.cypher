// 33. What lies two steps around a firm?
MATCH (a:CsrGraph:Entity {id: 'org:douyin'})-[:PRESENTED_CASE|ATTENDED]->(e:CsrGraph:Event)<-[x:PRESENTED_CASE|ATTENDED]-(o:CsrGraph:Organisation)
  WHERE o <> a
RETURN e.name AS event, type(x) AS relation, o.name AS organisation
ORDER BY e.sort, o.sort, relation;
