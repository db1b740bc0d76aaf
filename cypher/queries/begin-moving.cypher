// Readers of the history form take no answer until the move is over: the rows of a transaction appear one by one while it is being committed. Where the
// writer dies within, the server has long done or undone what it was sent when this time is over.
MATCH (s:CsrGraph {id: 'store'})
SET s.epoch = s.epoch + 1, s.movingUntil = timestamp() + 20000
