// The number is free again.
MATCH (s:CsrGraph {id: 'store', lease: $lease})
REMOVE s.pending
WITH s
MATCH (c:CsrGraph {id: 'changeset:' + toString($number)})
DETACH DELETE c
