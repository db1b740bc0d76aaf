-- What the full-text index finds, the shorter names first.
SELECT rowid FROM name_words WHERE name_words MATCH ?1
