// From here on the plain form tells the state of no change-set.
MATCH (s:CsrGraph {id: 'store', lease: $lease})
SET s.settling = $number
