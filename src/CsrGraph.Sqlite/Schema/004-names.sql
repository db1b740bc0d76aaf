-- Each character of a name with the next is a word, whatever they are, so that the index alone leads to every part of every name. It takes words as they
-- are written, which are folded already. Names are written anew, from the entities, once this schema stands.
DROP TABLE name_words;
DROP TABLE name;

-- row is the length of the folded text times 4294967296, and a number: so the full-text index gives the shorter names first, and tells how long each is.
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
    pinyin TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE name_words USING fts5 (words, keys, content = '', tokenize = 'ascii');
CREATE INDEX name_version ON name (version);
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_rank ON name (length, key, place, kind, folded, version, pinyin, initials);
