INSERT INTO change_set (number, at, author, message, source_hash, added, retracted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
