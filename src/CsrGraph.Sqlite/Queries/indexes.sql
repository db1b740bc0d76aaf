-- What is made again after a load into an empty store.
SELECT name, sql FROM sqlite_schema
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('claim', 'evidence', 'entity', 'name', 'relation_count') AND name <> 'entity_standing'
ORDER BY name NOT IN ('claim_object', 'claim_subject'), name
