-- The only place where personal data can be made readable, or unreadable for ever. A database of its own is possible,
-- and backups of their own are needed: none may be kept for longer than an erasure may take.
CREATE TABLE keys.person (
    official   text PRIMARY KEY,
    wrapped    bytea,
    words      bytea[] NOT NULL DEFAULT '{}',
    names      bytea[] NOT NULL DEFAULT '{}',
    emails     bytea[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at  timestamptz,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL)),
    CHECK (erased_at IS NULL OR (words = '{}' AND names = '{}' AND emails = '{}'))
);
CREATE INDEX found_by ON keys.person USING gin (words, names, emails);

COMMENT ON COLUMN keys.person.wrapped IS
    'The person''s key, encrypted with the master key, which no database has. Null once destroyed: the row stays, so that '
    'nobody is given a key again.';
COMMENT ON COLUMN keys.person.words IS
    'By what the person can be found: keyed hashes of the words of all names, former ones included; likewise names, of '
    'whole names, and emails. Emptied of a person who is erased.';
