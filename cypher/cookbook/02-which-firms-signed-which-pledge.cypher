// 2. Which firms signed which pledge, and how many are not named?
// A roster says what the source's own words count; unnamed is null where no exact number is stated.
MATCH (pledge:CsrGraph:Pledge)
OPTIONAL MATCH (firm:CsrGraph:Company)-[:SIGNED]->(pledge)
WITH pledge, collect(DISTINCT firm.name) AS firms
OPTIONAL MATCH (pledge)<-[:CLAIM_SUBJECT]-(roster:CsrGraph:Roster {type: 'SIGNED'})
OPTIONAL MATCH (member:CsrGraph)-[:SIGNED]->(pledge)
  WHERE EXISTS { MATCH (c:CsrGraph:Claim)-[:EVIDENCED_BY {roster: roster.id}]->(:CsrGraph) WHERE c.subject = member.id AND c.object = pledge.id }
WITH pledge, firms, roster, count(DISTINCT member) AS named
RETURN pledge.name AS pledge, firms, roster.raw AS stated, toInteger(roster.min) AS least, CASE WHEN roster IS NOT NULL THEN named END AS named,
  CASE WHEN roster.countKind = 'EXACT' THEN toInteger(roster.min) - named END AS unnamed, roster.closure AS closure
ORDER BY pledge.sort;
