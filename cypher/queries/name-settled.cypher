// What is settled now; in a transaction before the one that says that nothing is being settled, as readers may see the one without the other.
MATCH (s:CsrGraph {id: 'store'})
SET s.settled = $number
