// From here on the plain form tells the state of no change-set.
MATCH (s:CsrGraph {id: 'store'})
SET s.settling = $number
