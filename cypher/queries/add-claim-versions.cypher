// Claims that stood once and stand again: their nodes tell the state before until the change-set is settled.
UNWIND $rows AS r
MATCH (c:CsrGraph:Claim {id: r[0]})
CREATE (v:CsrGraph:ClaimVersion)-[:VERSION_OF]->(c)
SET v = c {.*, id: r[0] + '@' + toString($number), claim: r[0], day: r[1], until: r[2], rank: r[3], addedIn: $number, since: $number,
  retractedIn: null}
WITH r, c
MATCH (a:CsrGraph:Entity {id: c.subject})
WITH r, c, a
MATCH (b:CsrGraph:Entity {id: c.object})
WHERE c.kind = 'Relation'
CREATE (a)-[x:$(c.type) {claimId: substring(r[0], 6), day: r[1], until: r[2], rank: r[3], body: c.body, when: r[4], addedIn: $number, since: $number}]->(b)
SET x += r[5]
WITH count(*) AS n
CREATE (:CsrGraph:Batch {id: $batch, whole: n})
