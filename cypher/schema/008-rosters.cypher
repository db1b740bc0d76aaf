// Claims by the roster that counts them.
CREATE INDEX csrgraph_roster IF NOT EXISTS FOR ()-[r:EVIDENCED_BY]-() ON (r.roster)
