SELECT id FROM claim_type WHERE kind = ?1 AND text = ?2
