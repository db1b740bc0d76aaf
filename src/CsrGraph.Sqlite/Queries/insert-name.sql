INSERT INTO name (row, version, place, kind, key, text, folded, length, short, matchable, pinyin, initials)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
