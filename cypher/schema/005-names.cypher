// Names that read so, begin so or hold it.
CREATE TEXT INDEX csrgraph_folded IF NOT EXISTS FOR (n:CsrGraph) ON (n.folded)
