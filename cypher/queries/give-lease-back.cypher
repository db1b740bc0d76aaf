MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.lease = $lease
REMOVE s.leaseUntil, s.holder
