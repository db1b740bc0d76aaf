INSERT OR IGNORE INTO reading (text, kind, name) VALUES (?1, ?2, ?3)
