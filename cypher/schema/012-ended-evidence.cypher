// Evidence that a change-set retracted, afterwards.
CREATE INDEX csrgraph_ended_evidence IF NOT EXISTS FOR ()-[r:RETRACTED_EVIDENCED_BY]-() ON (r.retractedIn)
