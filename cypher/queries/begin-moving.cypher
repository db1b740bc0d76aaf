// An odd epoch: readers of the history form take no answer until the move is over, since the rows of a transaction appear one by one while it is being
// committed. Where the writer dies within, what it sent is done or undone when this time (more than a write may take) is over.
MATCH (s:CsrGraph {id: 'store'})
SET s.movingUntil = timestamp() + 150000, s.epoch = s.epoch + 1 + s.epoch % 2
