// Nodes for what claims name and nothing has said anything of.
UNWIND $ids AS id
MERGE (n:CsrGraph {id: id})
ON CREATE SET n:Entity
