// No row: the lease went to somebody else.
MATCH (s:CsrGraph {id: 'store', lease: $lease})
SET s.leaseUntil = timestamp() + $milliseconds
RETURN s.lease
