// 12. What is planned? Plans are kept as plans.
MATCH (what:CsrGraph)<-[:CLAIM_SUBJECT]-(activity:CsrGraph:Statement {type: 'ACTIVITY', status: 'PLANNED'})
RETURN what.name AS what, activity.text AS plan
ORDER BY what.sort, activity.rank;
