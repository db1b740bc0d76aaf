-- How many names each way of looking finds, up to ?7 of them, and the length of the shortest that holds the text.
SELECT
    (SELECT count(*) FROM (SELECT 1 FROM name WHERE folded > ?4 AND folded < ?5 LIMIT ?7)),
    (SELECT count(*) FROM (SELECT 1 FROM name_words WHERE name_words MATCH ?6 LIMIT ?7)),
    (SELECT count(*) FROM (SELECT 1 FROM reading WHERE text >= ?4 AND text < ?5 LIMIT ?7)),
    (SELECT rowid >> 32 FROM name_words WHERE name_words MATCH ?6 ORDER BY rowid LIMIT 1)
