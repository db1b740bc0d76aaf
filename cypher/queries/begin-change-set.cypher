// Says which number is being written, so that what a dead writer leaves can be found; the change-set's node collects the claims that it touches.
MATCH (s:CsrGraph {id: 'store', lease: $lease})
SET s.pending = $number
MERGE (c:CsrGraph {id: 'changeset:' + toString($number)})
SET c:ChangeSet, c.number = $number
