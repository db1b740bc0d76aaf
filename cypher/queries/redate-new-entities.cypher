// Rows that this change-set opened itself need no second one.
UNWIND $rows AS r
MATCH (n:CsrGraph {id: r[0]})
SET n.firstDay = r[1], n.lastDay = r[2], n.date = r[3], n.dateCode = r[4]
