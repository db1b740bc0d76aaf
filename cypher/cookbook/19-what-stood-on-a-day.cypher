// 19. Which guidance had happened by a day? What has no known day is in on every day.
WITH duration.inDays(date('0001-01-01'), date('2020-01-01')).days AS day
MATCH (g:CsrGraph)-[r:GUIDED]->(e:CsrGraph:Event)
WHERE coalesce(r.day, day) <= day AND coalesce(r.until, day) >= day
WITH e, g ORDER BY g.sort, g.id
RETURN e.name AS event, collect(g.name) AS guides
ORDER BY event;
