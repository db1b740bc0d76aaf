-- Counts all that stands, from nothing. Claims of kind 0 are relations.
DELETE FROM counted;
DELETE FROM relation_count;
INSERT INTO counted SELECT 0, kind, count(*) FROM entity WHERE retracted_in IS NULL GROUP BY kind;
INSERT INTO counted SELECT 2, type, count(*) FROM claim WHERE retracted_in IS NULL GROUP BY type;
INSERT INTO counted SELECT 3, document, count(DISTINCT row >> 20) FROM evidence WHERE retracted_in IS NULL GROUP BY document;
INSERT INTO relation_count
SELECT 0, r.node, r.type, e.kind, e.key, r.fars, r.edges
FROM (
    SELECT subject AS node, type, count(DISTINCT object) AS fars, count(*) AS edges FROM claim INDEXED BY claim_subject
    WHERE retracted_in IS NULL AND type IN (SELECT id FROM claim_type WHERE kind = 0) GROUP BY subject, type
) r CROSS JOIN entity e ON e.node = r.node AND e.retracted_in IS NULL;
INSERT INTO relation_count
SELECT 1, r.node, r.type, e.kind, e.key, r.fars, r.edges
FROM (
    SELECT object AS node, type, count(DISTINCT subject) AS fars, count(*) AS edges FROM claim INDEXED BY claim_object
    WHERE retracted_in IS NULL AND type IN (SELECT id FROM claim_type WHERE kind = 0) GROUP BY object, type
) r CROSS JOIN entity e ON e.node = r.node AND e.retracted_in IS NULL
