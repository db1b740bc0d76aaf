-- {0} are the columns of an entity. The ids themselves, and what they were merged into.
SELECT k.key, {0}, 0
FROM json_each(?2) k CROSS JOIN node n ON n.key = k.value
CROSS JOIN entity e ON e.node = n.id AND e.added_in <= ?1 AND (e.retracted_in > ?1 OR e.retracted_in IS NULL)
UNION ALL
SELECT k.key, {0}, 1
FROM json_each(?2) k CROSS JOIN redirect r ON r.former = k.value
CROSS JOIN entity e ON e.version = r.version AND e.added_in <= ?1 AND (e.retracted_in > ?1 OR e.retracted_in IS NULL)
