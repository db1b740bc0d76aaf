-- Text ids stand at the edge alone; inside, everything is joined by small integers.
-- A row stands from added_in up to, and without, retracted_in, which is 9223372036854775807 for a row that stands still.
-- A row that was only re-derived (another day, another date) opens a row of its own; `since` keeps what change-set really added it.

CREATE TABLE change_set (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    message TEXT NOT NULL,
    source_hash TEXT,
    added INTEGER NOT NULL,
    retracted INTEGER NOT NULL
) STRICT;

-- Kinds and categories of entities.
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

-- Entities and documents, by their text ids.
CREATE TABLE node (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;

-- `version` is the first row of a version, however often its date was derived anew; names hang on it.
CREATE TABLE entity (
    row INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    node INTEGER NOT NULL REFERENCES node,
    key TEXT NOT NULL,
    kind INTEGER NOT NULL REFERENCES term,
    category INTEGER REFERENCES term,
    name TEXT NOT NULL,
    sort BLOB NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    date TEXT,
    body TEXT NOT NULL,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER NOT NULL,
    since INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX entity_node ON entity (node, added_in);
CREATE UNIQUE INDEX entity_standing ON entity (node) WHERE retracted_in = 9223372036854775807;
CREATE INDEX entity_order ON entity (kind, sort, key, node, added_in, retracted_in);
CREATE INDEX entity_version ON entity (version);
CREATE INDEX entity_added ON entity (added_in);
CREATE INDEX entity_retracted ON entity (retracted_in) WHERE retracted_in < 9223372036854775807;

CREATE TABLE redirect (former TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (former, version)) STRICT, WITHOUT ROWID;

CREATE TABLE name (
    row INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    length INTEGER NOT NULL,
    short INTEGER NOT NULL,
    matchable INTEGER NOT NULL,
    letters INTEGER NOT NULL
) STRICT;
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_letters ON name (folded) WHERE letters = 1;
-- kind 4 is pinyin, 5 its initials, as SearchReason numbers them.
CREATE TABLE reading (text TEXT NOT NULL, kind INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (text, kind, name)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE name_words USING fts5 (words, content = '', tokenize = 'unicode61');

-- kind as ClaimKind numbers it.
CREATE TABLE claim_type (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text)) STRICT;

-- `number` is the same in every row of a claim; day is 2147483647 where none is known, so that it sorts last.
CREATE TABLE claim (
    row INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL REFERENCES claim_type,
    subject INTEGER NOT NULL REFERENCES node,
    object INTEGER REFERENCES node,
    day INTEGER NOT NULL,
    until INTEGER,
    rank INTEGER NOT NULL,
    body TEXT NOT NULL,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER NOT NULL,
    since INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX claim_id ON claim (id, added_in);
CREATE INDEX claim_number ON claim (number, added_in);
CREATE INDEX claim_subject ON claim (subject, type, day, rank, id, object, added_in, retracted_in, until);
CREATE INDEX claim_object ON claim (object, type, day, rank, id, subject, added_in, retracted_in, until);
CREATE INDEX claim_added ON claim (added_in);
CREATE INDEX claim_retracted ON claim (retracted_in) WHERE retracted_in < 9223372036854775807;

-- first and last are the span, grade as Grade numbers it, roster the id of the roster's claim.
CREATE TABLE evidence (
    row INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES node,
    first INTEGER,
    last INTEGER,
    grade INTEGER NOT NULL,
    quote TEXT,
    note TEXT,
    roster BLOB,
    added_in INTEGER NOT NULL,
    retracted_in INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim, document, added_in, retracted_in);
CREATE INDEX evidence_document ON evidence (document, claim, added_in, retracted_in);
CREATE INDEX evidence_roster ON evidence (roster, claim) WHERE roster IS NOT NULL;
CREATE INDEX evidence_added ON evidence (added_in);
CREATE INDEX evidence_retracted ON evidence (retracted_in) WHERE retracted_in < 9223372036854775807;
