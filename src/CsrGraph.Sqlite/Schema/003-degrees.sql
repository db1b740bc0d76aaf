-- All that is counted of a node at one place, and little of it: the degrees of a hub's thousands of neighbours are read to choose those that are shown.
CREATE INDEX relation_count_node ON relation_count (node, side, type, fars);
