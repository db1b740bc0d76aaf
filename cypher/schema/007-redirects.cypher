// Entities by the ids that were merged into them.
CREATE INDEX csrgraph_former IF NOT EXISTS FOR (n:CsrGraph) ON (n.former)
