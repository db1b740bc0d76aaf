// What was moved is all there.
MATCH (s:CsrGraph {id: 'store'})
REMOVE s.movingUntil
