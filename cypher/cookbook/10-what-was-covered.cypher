// 10. What was covered: firms or platforms? Different units are left as they are printed.
MATCH (report:CsrGraph {id: 'report:monitoring-2023'})<-[:CLAIM_SUBJECT]-(figure:CsrGraph:Figure)
RETURN report.name AS report, figure.measure AS measure, figure.printed AS printed
ORDER BY figure.rank, measure;
