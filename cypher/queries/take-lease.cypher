// Takes the lease where nobody has it, its time is over, or its holder ($dead) is known to be gone. The write lock comes first, so that two who ask
// at once see each other. No row: somebody else holds it.
MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.leaseUntil IS NULL OR s.leaseUntil < timestamp() OR s.holder = $dead
SET s.lease = s.lease + 1, s.leaseUntil = timestamp() + $milliseconds, s.holder = $holder
RETURN s.lease, s.head, s.settled, s.epoch, s.pending
