// 5. Who took part in one event, and how?
MATCH (event:CsrGraph {id: 'event:cases-2024'})
MATCH (agent:CsrGraph)-[r:GUIDED|HOSTED|UNDERTOOK|CO_ORGANISED|SUPPORTED|ATTENDED|SPOKE_AT|PRESENTED_CASE]->(event)
RETURN type(r) AS how, agent.name AS who, r.title AS title
ORDER BY how, r.rank, who;
