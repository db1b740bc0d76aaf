// From here on the plain form tells what stands at the change-set that was settled.
MATCH (s:CsrGraph {id: 'store'})
REMOVE s.settling
