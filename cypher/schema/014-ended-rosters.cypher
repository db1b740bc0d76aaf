// Claims that a roster counted once.
CREATE INDEX csrgraph_ended_roster IF NOT EXISTS FOR ()-[r:RETRACTED_EVIDENCED_BY]-() ON (r.roster)
