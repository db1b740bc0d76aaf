// 13. Find a name that holds these words.
MATCH (name:CsrGraph:Name)-[:NAME_OF]->(entity:CsrGraph)
WHERE name.folded CONTAINS '网络社会组织'
RETURN name.text AS name, entity.id AS id
ORDER BY size(name.text), id;
