// From here on $number cannot be published any more, and what its writer still has on its way is not done any more; what is under way is waited for.
// No row where it was published, or where nobody has begun it.
MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.lease = $lease AND s.pending = $number AND s.head < $number
SET s.sweeping = $number, s.ticket = s.ticket + 1
WITH s
CALL (s) {
  UNWIND $lanes AS id
  MERGE (l:CsrGraph {id: id})
  SET l:Lane, l.ticket = s.ticket
}
RETURN s.ticket
