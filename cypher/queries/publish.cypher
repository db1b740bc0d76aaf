// Makes a change-set count, in one small transaction; only for whoever still holds the lease. No row: somebody else does.
MATCH (s:CsrGraph {id: 'store'})
SET s.asked = timestamp()
WITH s
WHERE s.lease = $lease AND s.head = $number - 1 AND s.pending = $number
MATCH (c:CsrGraph {id: 'changeset:' + toString($number)})
SET c.at = $at, c.time = $time, c.author = $author, c.message = $message, c.sourceHash = $sourceHash, c.added = $added, c.retracted = $retracted, c.counts = $counts,
  s.head = $number
REMOVE s.pending
RETURN s.head
