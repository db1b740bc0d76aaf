// 20. Which editions does a series have?
MATCH (s:CsrGraph:EventSeries)
OPTIONAL MATCH (e:CsrGraph)-[r:EDITION_OF]->(s)
RETURN s.name AS series, e.name AS edition, r.number AS number, r.year AS year
ORDER BY s.sort, r.day, r.rank;
