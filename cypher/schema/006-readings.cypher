// Names by their pinyin and its initials.
CREATE TEXT INDEX csrgraph_readings IF NOT EXISTS FOR (n:CsrGraph) ON (n.readings)
