MATCH (s:CsrGraph {id: 'store'}) RETURN s.holder
