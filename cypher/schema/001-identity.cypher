// What every look-up goes by: a node of ours has one id, whatever else it is.
CREATE CONSTRAINT csrgraph_id IF NOT EXISTS FOR (n:CsrGraph) REQUIRE n.id IS UNIQUE
