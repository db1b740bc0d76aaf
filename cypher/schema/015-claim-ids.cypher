// A relationship has its claim's id without the prefix: 32 hexadecimal digits, which Neo4j keeps in the property's own record. Of what was written before.
MATCH (:CsrGraph)-[x]->(:CsrGraph) WHERE x.claimId STARTS WITH 'claim:'
CALL (x) { SET x.claimId = substring(x.claimId, 6) } IN TRANSACTIONS OF 1000 ROWS
