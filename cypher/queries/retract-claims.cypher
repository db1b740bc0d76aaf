// Claims and their typed relationships stand until, and without, this change-set.
UNWIND $ids AS id
MATCH (c:CsrGraph:Claim {id: id})
SET c.retractedIn = $number
WITH c
MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
WHERE c.kind = 'Relation' AND 'claim:' + x.claimId = c.id AND x.retractedIn IS NULL
SET x.retractedIn = $number
