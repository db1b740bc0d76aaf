// The version of a claim that took over moves onto the claim's node, and the one before into a version of its own.
MATCH (v:CsrGraph:ClaimVersion {addedIn: $number})
USING INDEX SEEK v:CsrGraph(addedIn, id)
WHERE v.id IS NOT NULL
WITH v LIMIT $limit
MATCH (c:CsrGraph:Claim {id: v.claim})
CREATE (o:CsrGraph:ClaimVersion)-[:VERSION_OF]->(c)
SET o = c {.*, id: c.id + '@' + toString(c.addedIn), claim: c.id}
SET c.day = v.day, c.until = v.until, c.rank = v.rank, c.addedIn = v.addedIn, c.retractedIn = v.retractedIn, c.since = v.since
DETACH DELETE v
RETURN count(*)
