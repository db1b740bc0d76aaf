// The state that readers and writers go by.
MERGE (s:CsrGraph {id: 'store'})
ON CREATE SET s:Store, s.head = 0, s.settled = 0, s.epoch = 0, s.lease = 0
