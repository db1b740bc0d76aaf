// What is known of entities while change-set $number is being written.
UNWIND $ids AS id
MATCH (n:CsrGraph:Entity {id: id})
OPTIONAL MATCH (v:CsrGraph:EntityVersion {id: id + '@' + toString($number)})
RETURN id, n.addedIn, n.retractedIn, n.kind, n.category, n.body, v IS NOT NULL
