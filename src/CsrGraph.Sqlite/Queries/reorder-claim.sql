-- The same claim in the same interval, with another day and rank from now on.
INSERT INTO claim (row, number, id, type, subject, object, day, until, rank, body, added_in, since)
SELECT ?1, number, id, type, subject, object, ?3, ?4, ?5, body, ?6, since FROM claim WHERE row = ?2
