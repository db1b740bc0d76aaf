-- Of names of one length, of which ?1 has the rows as a JSON array, the first ?2 in the order of a search's hits.
SELECT n.row, n.key FROM json_each(?1) j CROSS JOIN name n ON n.row = j.value ORDER BY n.key, n.place LIMIT ?2
