// 2. Which firms signed which pledge, and how many are not named?
// A roster says what the source's own words count; unnamed is null where no exact number is stated.
MATCH (p:CsrGraph:Pledge)
OPTIONAL MATCH (firm:CsrGraph:Company)-[:SIGNED]->(p)
WITH p, firm ORDER BY firm.sort, firm.id
WITH p, collect(DISTINCT firm.name) AS firms
OPTIONAL MATCH (p)<-[:CLAIM_SUBJECT]-(roster:CsrGraph:Roster {type: 'SIGNED'})
OPTIONAL MATCH (member:CsrGraph)-[:SIGNED]->(p)
  WHERE EXISTS { MATCH (c:CsrGraph:Claim)-[:EVIDENCED_BY {roster: roster.id}]->(:CsrGraph) WHERE c.subject = member.id AND c.object = p.id }
WITH p, firms, roster, count(DISTINCT member) AS members
RETURN p.name AS pledge, firms, roster.raw AS stated, toInteger(roster.min) AS least, CASE WHEN roster IS NOT NULL THEN members END AS named,
  CASE WHEN roster.countKind = 'EXACT' THEN toInteger(roster.min) - members END AS unnamed, roster.closure AS closure
ORDER BY p.sort;
