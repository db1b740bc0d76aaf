MATCH (s:CsrGraph {id: 'store', lease: $lease})
REMOVE s.leaseUntil, s.holder
