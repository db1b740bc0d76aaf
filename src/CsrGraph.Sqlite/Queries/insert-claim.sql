INSERT INTO claim (row, number, id, type, subject, object, day, until, rank, body, added_in, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)
