-- By what each key file is known again: seal.key, log.key, master.json, index.json. From none of them the key, or anything
-- that the key protects, can be found out.
CREATE TABLE keys.fingerprint (
    name        text PRIMARY KEY,
    fingerprint bytea NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT now()
);
