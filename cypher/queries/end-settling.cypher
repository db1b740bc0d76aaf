// From here on the plain form tells what stands at $number.
MATCH (s:CsrGraph {id: 'store'})
SET s.settled = $number
REMOVE s.settling, s.movingUntil
