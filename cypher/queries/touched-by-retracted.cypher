// The ends of relation claims that a change-set retracted, some claims at a time.
MATCH (c:CsrGraph)
USING INDEX SEEK c:CsrGraph(retractedIn, id)
WHERE c.retractedIn = $number AND c.id > $after
WITH c ORDER BY c.id LIMIT $limit
RETURN c.id, c.subject, c.object
