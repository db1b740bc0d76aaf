// Takes the lease where nobody has it, its time is over, or its holder ($dead) is known to be gone. The write lock comes first, so that two who ask
// at once see each other; then those of the lanes, which statements of the writer before hold as long as they are under way. No row: somebody else
// holds it.
MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.leaseUntil IS NULL OR s.leaseUntil < timestamp() OR s.holder = $dead
SET s.lease = s.lease + 1, s.leaseUntil = timestamp() + $milliseconds, s.holder = $holder,
  s.ticket = coalesce(s.ticket, 0) + 1
WITH s
CALL (s) {
  UNWIND $lanes AS id
  MERGE (l:CsrGraph {id: id})
  SET l:Lane, l.ticket = s.ticket
}
// Where the last step of a settling is missing, the change-set counts as not settled, so that it is settled to the end.
RETURN s.lease, s.head, CASE WHEN s.settling = s.settled THEN s.settled - 1 ELSE s.settled END, s.epoch, s.pending, s.ticket
