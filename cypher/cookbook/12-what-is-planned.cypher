// 12. What is planned? Plans are kept as plans.
MATCH (w:CsrGraph)<-[:CLAIM_SUBJECT]-(a:CsrGraph:Statement {type: 'ACTIVITY', status: 'PLANNED'})
RETURN w.name AS what, a.text AS plan
ORDER BY w.sort, a.rank;
