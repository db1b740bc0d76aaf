// What is known of claims while change-set $number is being written.
UNWIND $ids AS id
MATCH (c:CsrGraph:Claim {id: id})
OPTIONAL MATCH (v:CsrGraph:ClaimVersion {id: id + '@' + toString($number)})
RETURN id, c.addedIn, c.retractedIn, v IS NOT NULL
