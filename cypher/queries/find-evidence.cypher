// The standing pieces of claims while a change-set is being written.
UNWIND $ids AS id
MATCH (c:CsrGraph:Claim {id: id})-[e:EVIDENCED_BY]->(d:CsrGraph)
WHERE e.retractedIn IS NULL
RETURN id, d.id, e.quote, e.start, e.end, e.grade, e.note, e.roster, e.row
