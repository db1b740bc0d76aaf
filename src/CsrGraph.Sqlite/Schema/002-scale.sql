-- A row that stands still has no retracted_in, which costs no space in a row or in an index. Evidence lies beside the other evidence of its claim.
-- A standing graph's counts are kept. What was added is indexed from the second change-set on: a load into an empty store added all there is.

ALTER TABLE entity RENAME TO entity_1;
ALTER TABLE claim RENAME TO claim_1;
ALTER TABLE evidence RENAME TO evidence_1;
DROP INDEX entity_node;
DROP INDEX entity_standing;
DROP INDEX entity_order;
DROP INDEX entity_version;
DROP INDEX entity_added;
DROP INDEX entity_retracted;
DROP INDEX claim_id;
DROP INDEX claim_number;
DROP INDEX claim_subject;
DROP INDEX claim_object;
DROP INDEX claim_added;
DROP INDEX claim_retracted;
DROP INDEX evidence_claim;
DROP INDEX evidence_document;
DROP INDEX evidence_roster;
DROP INDEX evidence_added;
DROP INDEX evidence_retracted;
DROP TABLE name_words;
DROP TABLE name;
DROP TABLE reading;

-- `version` is the first row of a version, however often its date was derived anew; names hang on it.
CREATE TABLE entity (
    row INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    node INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind INTEGER NOT NULL,
    category INTEGER,
    name TEXT NOT NULL,
    sort BLOB NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    date TEXT,
    body TEXT NOT NULL,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER,
    since INTEGER NOT NULL
) STRICT;
INSERT INTO entity
SELECT row, version, node, key, kind, category, name, sort, first_day, last_day, date, body, added_in, nullif(retracted_in, 9223372036854775807), since
FROM entity_1;
CREATE UNIQUE INDEX entity_node ON entity (node, added_in);
CREATE UNIQUE INDEX entity_standing ON entity (node) WHERE retracted_in IS NULL;
CREATE INDEX entity_order ON entity (kind, sort, key, node, added_in, retracted_in);
CREATE INDEX entity_version ON entity (version, added_in, retracted_in);
CREATE INDEX entity_added ON entity (added_in) WHERE added_in > 1;
CREATE INDEX entity_retracted ON entity (retracted_in) WHERE retracted_in IS NOT NULL;

-- `number` is the first row of a claim, the same in all of its rows; day is 2147483647 where none is known, so that it sorts last.
CREATE TABLE claim (
    row INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    object INTEGER,
    day INTEGER NOT NULL,
    until INTEGER,
    rank INTEGER NOT NULL,
    body TEXT NOT NULL,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER,
    since INTEGER NOT NULL
) STRICT;
INSERT INTO claim
SELECT row, number, id, type, subject, object, day, until, rank, body, added_in, nullif(retracted_in, 9223372036854775807), since FROM claim_1;
CREATE UNIQUE INDEX claim_id ON claim (id, added_in);
CREATE INDEX claim_number ON claim (number, added_in) WHERE number < row;
CREATE INDEX claim_subject ON claim (subject, type, day, rank, id, object, added_in, retracted_in, until);
CREATE INDEX claim_object ON claim (object, type, day, rank, id, subject, added_in, retracted_in, until);
CREATE INDEX claim_order ON claim (day, rank, id, type, added_in, retracted_in, until);
CREATE INDEX claim_added ON claim (added_in) WHERE added_in > 1;
CREATE INDEX claim_retracted ON claim (retracted_in) WHERE retracted_in IS NOT NULL;

-- row is the claim's number times 1048576, and the number of the piece among the claim's own: pieces of a claim lie together.
-- first and last are the span, grade as Grade numbers it, roster the id of the roster's claim.
CREATE TABLE evidence (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    grade INTEGER NOT NULL,
    quote TEXT,
    note TEXT,
    roster BLOB,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER
) STRICT;
INSERT INTO evidence
SELECT (claim << 20) + row_number() OVER (PARTITION BY claim ORDER BY row) - 1, document, first, last, grade, quote, note, roster, added_in,
    nullif(retracted_in, 9223372036854775807)
FROM evidence_1;
CREATE INDEX evidence_document ON evidence (document, added_in, retracted_in);
CREATE INDEX evidence_roster ON evidence (roster) WHERE roster IS NOT NULL;
CREATE INDEX evidence_added ON evidence (added_in) WHERE added_in > 1;
CREATE INDEX evidence_retracted ON evidence (retracted_in) WHERE retracted_in IS NOT NULL;

-- Names are written anew, from the entities, once this schema stands.
-- row is the length of the folded text times 4294967296, and a number: so the full-text index gives the shorter names first, and tells how long the shortest is.
-- The index has a name's words from the second on, and keys for how it and its readings begin (see NameKeys).
-- pinyin and initials are all readings, each after a unit separator. kind and key are the entity's.
CREATE TABLE name (
    row INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    length INTEGER NOT NULL,
    short INTEGER NOT NULL,
    matchable INTEGER NOT NULL,
    letters INTEGER NOT NULL,
    pinyin TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE name_words USING fts5 (words, keys, content = '', tokenize = 'unicode61');
CREATE INDEX name_version ON name (version);
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_rank ON name (length, key, place, kind, folded, version, pinyin, initials);
CREATE INDEX name_letters ON name (length, key, place, kind, folded, version) WHERE letters = 1;

-- How many stand. `of` as CountOf numbers it (relations are counted with all claims, by type); `key` is a term, a claim type or a document's node.
CREATE TABLE counted (of INTEGER NOT NULL, key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (of, key)) STRICT, WITHOUT ROWID;

-- How many distinct entities, and how many claims, stand in a relation to a node that is its subject (side 0) or its object (side 1).
CREATE TABLE relation_count (
    side INTEGER NOT NULL,
    node INTEGER NOT NULL,
    type INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    fars INTEGER NOT NULL,
    edges INTEGER NOT NULL,
    PRIMARY KEY (side, node, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_count_order ON relation_count (type, side, kind, fars DESC, key);

DROP TABLE evidence_1;
DROP TABLE claim_1;
