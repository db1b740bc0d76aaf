// The number is free again.
MATCH (s:CsrGraph {id: 'store'})
REMOVE s.pending, s.sweeping
WITH s
MATCH (c:CsrGraph {id: 'changeset:' + toString($number)})
DETACH DELETE c
