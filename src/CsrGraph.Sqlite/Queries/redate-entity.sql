-- The same version of an entity, with another date from now on.
INSERT INTO entity (row, version, node, key, kind, category, name, sort, first_day, last_day, date, body, added_in, since)
SELECT ?1, version, node, key, kind, category, name, sort, ?3, ?4, ?5, body, ?6, since FROM entity WHERE row = ?2
