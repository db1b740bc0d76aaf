// 9. What are the figures, and how exact are they? 余 and 超过 leave the upper end open.
MATCH (what:CsrGraph)<-[:CLAIM_SUBJECT]-(figure:CsrGraph:Figure)
WHERE what.id IN ['report:internet-statistics-53', 'place:chengdu']
OPTIONAL MATCH (figure)-[:CLAIM_OBJECT]->(about:CsrGraph)
RETURN what.name AS source, figure.measure AS measure, figure.printed AS printed, figure.countKind AS kind, figure.unit AS unit, about.name AS about
ORDER BY what.sort, figure.rank, measure;
