// From here on the plain form tells what stands at $number.
MATCH (s:CsrGraph {id: 'store', lease: $lease})
SET s.settled = $number
REMOVE s.settling
