// 20. Which editions does a series have?
MATCH (series:CsrGraph:EventSeries)
OPTIONAL MATCH (edition:CsrGraph)-[r:EDITION_OF]->(series)
RETURN series.name AS series, edition.name AS edition, r.number AS number, r.year AS year
ORDER BY series.sort, r.day, r.rank;
