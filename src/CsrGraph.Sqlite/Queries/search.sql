-- Every entity that has a name which matches, with its best match: ?4 is the folded text, ?5 the first text that no longer begins with it,
-- ?6 the full-text query for it, ?7 is 1 where names with letters have to be gone through, ?8 the kinds.
-- best packs reason, length and place of the name, each above the next; a length has 20 bits and a place 12.
WITH hit (name, reason) AS (
    SELECT row, CASE WHEN short THEN 1 WHEN matchable THEN 0 ELSE 2 END FROM name WHERE folded = ?4
    UNION ALL
    SELECT row, 2 FROM name WHERE folded > ?4 AND folded < ?5
    UNION ALL
    SELECT n.row, 3 FROM name_words w CROSS JOIN name n ON n.row = w.rowid WHERE name_words MATCH ?6 AND instr(n.folded, ?4) > 1
    UNION ALL
    SELECT row, 3 FROM name INDEXED BY name_letters WHERE letters = 1 AND ?7 = 1 AND instr(folded, ?4) > 1
    UNION ALL
    SELECT name, kind FROM reading WHERE text >= ?4 AND text < ?5
),
match (entity, key, best, name) AS (
    SELECT e.row, e.key, min((h.reason << 32) + (n.length << 12) + min(n.place, 4095)), n.text
    FROM hit h CROSS JOIN name n ON n.row = h.name CROSS JOIN entity e ON e.version = n.version
    WHERE e.added_in <= ?1 AND e.retracted_in > ?1
      AND e.kind IN (SELECT id FROM term WHERE text IN (SELECT value FROM json_each(?8)))
    GROUP BY e.row
),
f (entity, reason, length, key, name) AS (
    SELECT entity, best >> 32, (best >> 12) & 1048575, key, name FROM match
)
