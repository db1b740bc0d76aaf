INSERT INTO claim_type (kind, text) VALUES (?1, ?2) RETURNING id
