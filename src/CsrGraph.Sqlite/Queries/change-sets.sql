SELECT number, at, author, message, source_hash, added, retracted FROM change_set
WHERE (?1 IS NULL OR number = ?1) AND (?2 IS NULL OR number <= ?2) AND (?3 IS NULL OR at <= ?3)
ORDER BY number DESC LIMIT ?4
