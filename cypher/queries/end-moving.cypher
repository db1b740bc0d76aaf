// An even epoch: what was moved is all there.
MATCH (s:CsrGraph {id: 'store'})
SET s.epoch = s.epoch + s.epoch % 2
