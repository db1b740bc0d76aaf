// No row: the lease went to somebody else, or was given back while this was on its way.
MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.lease = $lease AND s.holder IS NOT NULL
SET s.leaseUntil = timestamp() + $milliseconds
RETURN s.lease
