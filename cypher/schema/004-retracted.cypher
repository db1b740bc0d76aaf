// What a change-set retracted, in the order of ids; what stands has no such property, and is not in the index.
CREATE INDEX csrgraph_retracted IF NOT EXISTS FOR (n:CsrGraph) ON (n.retractedIn, n.id)
