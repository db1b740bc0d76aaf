// Pieces, by claim and row, stand until, and without, this change-set.
UNWIND $rows AS r
MATCH (c:CsrGraph:Claim {id: r[0]})-[e:EVIDENCED_BY {row: r[1]}]->(:CsrGraph)
SET e.retractedIn = $number
