-- The only place where personal data can be made readable, or unreadable for ever. A database of its own is possible,
-- and backups of their own are needed: none may be kept for longer than an erasure may take.
CREATE TABLE keys.person (
    official   text PRIMARY KEY,
    wrapped    bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at  timestamptz,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);
COMMENT ON COLUMN keys.person.wrapped IS
    'The person''s key, encrypted with the master key, which no database has. Null once destroyed: the row stays, so that '
    'nobody is given a key again.';

CREATE TABLE keys.word (
    token    bytea NOT NULL,
    kind     "char" NOT NULL CHECK (kind IN ('w', 'n', 'e')),
    official text NOT NULL REFERENCES keys.person,
    PRIMARY KEY (token, official)
);
CREATE INDEX ON keys.word (official);
COMMENT ON TABLE keys.word IS
    'By what a person can be found: keyed hashes of the words of all names (w), of whole names (n), and of e-mails (e), '
    'former ones included. Emptied of a person who is erased.';
