INSERT INTO entity (row, version, node, key, kind, category, name, sort, first_day, last_day, date, body, added_in, since)
VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12)
