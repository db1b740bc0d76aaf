-- How many names each way of looking finds, up to ?9 of them, and the shortest of them, of which the row tells the length: ?5 looks for a text at the
-- beginning, ?6 for one that is within, ?7 for a reading, ?8 for a reading's initials.
SELECT count(*), min(rowid) FROM (SELECT rowid FROM name_words WHERE name_words MATCH ?5 LIMIT ?9)
UNION ALL
SELECT count(*), min(rowid) FROM (SELECT rowid FROM name_words WHERE name_words MATCH ?6 LIMIT ?9)
UNION ALL
SELECT count(*), min(rowid) FROM (SELECT rowid FROM name_words WHERE name_words MATCH ?7 LIMIT ?9)
UNION ALL
SELECT count(*), min(rowid) FROM (SELECT rowid FROM name_words WHERE name_words MATCH ?8 LIMIT ?9)
