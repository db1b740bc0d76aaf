// Evidence that a change-set retracted, until it is settled.
CREATE INDEX csrgraph_ending_evidence IF NOT EXISTS FOR ()-[r:EVIDENCED_BY]-() ON (r.retractedIn)
