// 1. Who guided which event? Each guide with the words that say so.
MATCH (guide:CsrGraph)-[r:GUIDED]->(event:CsrGraph:Event)
MATCH (:CsrGraph:Claim {id: r.claimId})-[words:EVIDENCED_BY]->(source:CsrGraph:Document)
RETURN event.name AS event, guide.name AS guide, words.quote AS quote, words.grade AS grade, source.name AS source
ORDER BY event.sort, r.day, r.rank, words.start;
