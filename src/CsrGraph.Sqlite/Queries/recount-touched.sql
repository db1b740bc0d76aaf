-- Counts anew what change-set {0} (a later one than the first) may have changed. A row that was only re-derived changes no count.
CREATE TEMP TABLE IF NOT EXISTS touched (node INTEGER PRIMARY KEY);
DELETE FROM touched;

INSERT INTO counted SELECT 0, kind, count(*) FROM entity WHERE added_in = {0} AND added_in > 1 GROUP BY kind
ON CONFLICT DO UPDATE SET number = number + excluded.number;
INSERT INTO counted SELECT 0, kind, -count(*) FROM entity WHERE retracted_in = {0} AND retracted_in IS NOT NULL GROUP BY kind
ON CONFLICT DO UPDATE SET number = number + excluded.number;
INSERT INTO counted SELECT 2, type, count(*) FROM claim WHERE added_in = {0} AND added_in > 1 GROUP BY type
ON CONFLICT DO UPDATE SET number = number + excluded.number;
INSERT INTO counted SELECT 2, type, -count(*) FROM claim WHERE retracted_in = {0} AND retracted_in IS NOT NULL GROUP BY type
ON CONFLICT DO UPDATE SET number = number + excluded.number;

INSERT OR IGNORE INTO touched SELECT document FROM evidence WHERE added_in = {0} AND added_in > 1;
INSERT OR IGNORE INTO touched SELECT document FROM evidence WHERE retracted_in = {0} AND retracted_in IS NOT NULL;
DELETE FROM counted WHERE number = 0 OR (of = 3 AND key IN (SELECT node FROM touched));
INSERT INTO counted
SELECT 3, v.document, count(DISTINCT v.row >> 20) FROM touched t CROSS JOIN evidence v INDEXED BY evidence_document ON v.document = t.node
WHERE v.retracted_in IS NULL GROUP BY t.node;

DELETE FROM touched;
INSERT OR IGNORE INTO touched SELECT subject FROM claim WHERE added_in = {0} AND added_in > 1 AND since = {0};
INSERT OR IGNORE INTO touched SELECT object FROM claim WHERE added_in = {0} AND added_in > 1 AND since = {0} AND object IS NOT NULL;
INSERT OR IGNORE INTO touched
SELECT x.node FROM (
    SELECT subject AS node, number, since FROM claim WHERE retracted_in = {0} AND retracted_in IS NOT NULL
    UNION ALL
    SELECT object, number, since FROM claim WHERE retracted_in = {0} AND retracted_in IS NOT NULL AND object IS NOT NULL
) x
WHERE NOT EXISTS (SELECT 1 FROM claim y WHERE y.number = x.number AND y.number < y.row AND y.added_in = {0} AND y.since = x.since);
INSERT OR IGNORE INTO touched SELECT node FROM entity WHERE added_in = {0} AND added_in > 1 AND since = {0};
INSERT OR IGNORE INTO touched
SELECT e.node FROM entity e WHERE e.retracted_in = {0} AND e.retracted_in IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM entity y WHERE y.version = e.version AND y.added_in = {0});
DELETE FROM relation_count WHERE side IN (0, 1) AND node IN (SELECT node FROM touched);
INSERT INTO relation_count
SELECT 0, r.node, r.type, e.kind, e.key, r.fars, r.edges
FROM (
    SELECT c.subject AS node, c.type, count(DISTINCT c.object) AS fars, count(*) AS edges
    FROM touched t CROSS JOIN claim c INDEXED BY claim_subject ON c.subject = t.node
    WHERE c.retracted_in IS NULL AND c.type IN (SELECT id FROM claim_type WHERE kind = 0) GROUP BY c.subject, c.type
) r CROSS JOIN entity e ON e.node = r.node AND e.retracted_in IS NULL;
INSERT INTO relation_count
SELECT 1, r.node, r.type, e.kind, e.key, r.fars, r.edges
FROM (
    SELECT c.object AS node, c.type, count(DISTINCT c.subject) AS fars, count(*) AS edges
    FROM touched t CROSS JOIN claim c INDEXED BY claim_object ON c.object = t.node
    WHERE c.retracted_in IS NULL AND c.type IN (SELECT id FROM claim_type WHERE kind = 0) GROUP BY c.object, c.type
) r CROSS JOIN entity e ON e.node = r.node AND e.retracted_in IS NULL
