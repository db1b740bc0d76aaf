// The same claims in the same interval, with another day and rank from now on.
UNWIND $rows AS r
MATCH (c:CsrGraph:Claim {id: r[0]})
CREATE (v:CsrGraph:ClaimVersion)-[:VERSION_OF]->(c)
SET v = c {.*, id: r[0] + '@' + toString($number), claim: r[0], day: r[1], until: r[2], rank: r[3], addedIn: $number},
  c.retractedIn = $number
WITH r, c
MATCH (a:CsrGraph:Entity {id: c.subject})-[x]->(b:CsrGraph:Entity {id: c.object})
WHERE c.kind = 'Relation' AND 'claim:' + x.claimId = c.id AND x.retractedIn IS NULL
CREATE (a)-[y:$(c.type)]->(b)
SET y = properties(x), y.day = r[1], y.until = r[2], y.rank = r[3], y.addedIn = $number, x.retractedIn = $number
WITH count(*) AS n
CREATE (:CsrGraph:Batch {id: $batch, whole: n})
