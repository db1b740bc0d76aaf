INSERT INTO name (row, version, place, text, folded, length, short, matchable, letters) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
