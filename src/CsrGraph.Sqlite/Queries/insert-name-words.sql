INSERT INTO name_words (rowid, words, keys) VALUES (?1, ?2, ?3)
