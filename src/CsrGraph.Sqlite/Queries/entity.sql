-- {0} are the columns of an entity. The id itself, and what it was merged into.
SELECT 0, {0}, 0
FROM node n
CROSS JOIN entity e ON e.node = n.id AND e.added_in <= ?1 AND (e.retracted_in > ?1 OR e.retracted_in IS NULL)
WHERE n.key = ?2
UNION ALL
SELECT 0, {0}, 1
FROM redirect r
CROSS JOIN entity e ON e.version = r.version AND e.added_in <= ?1 AND (e.retracted_in > ?1 OR e.retracted_in IS NULL)
WHERE r.former = ?2
