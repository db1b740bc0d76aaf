// Entities and documents of a kind, in the order of their names.
CREATE INDEX csrgraph_order IF NOT EXISTS FOR (n:CsrGraph) ON (n.kind, n.sort, n.id)
