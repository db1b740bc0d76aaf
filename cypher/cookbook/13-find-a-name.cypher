// 13. Find a name that holds these words.
MATCH (n:CsrGraph)
WHERE n.folded CONTAINS '网络社会组织'
RETURN n.text AS name, n.entity AS id
ORDER BY n.length, id;
