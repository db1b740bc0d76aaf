// 1. Who guided which event? Each guide with the words that say so.
MATCH (g:CsrGraph)-[r:GUIDED]->(e:CsrGraph:Event)
MATCH (:CsrGraph:Claim {id: 'claim:' + r.claimId})-[words:EVIDENCED_BY]->(d:CsrGraph:Document)
RETURN e.name AS event, g.name AS guide, words.quote AS quote, words.grade AS grade, d.name AS source
ORDER BY e.sort, r.day, r.rank, words.start;
