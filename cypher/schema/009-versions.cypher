// Earlier versions of entities, in the order of their names.
CREATE INDEX csrgraph_version IF NOT EXISTS FOR (n:CsrGraph) ON (n.versionKind, n.sort, n.id)
