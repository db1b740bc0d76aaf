// What a change-set added, in the order of ids.
CREATE INDEX csrgraph_added IF NOT EXISTS FOR (n:CsrGraph) ON (n.addedIn, n.id)
