INSERT INTO name_words (rowid, words) VALUES (?1, ?2)
