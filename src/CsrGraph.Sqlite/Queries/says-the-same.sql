SELECT 1 FROM entity WHERE row = ?1 AND kind = ?2 AND category IS ?3 AND body = ?4
