INSERT OR IGNORE INTO redirect (former, version) VALUES (?1, ?2)
