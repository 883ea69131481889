-- Who may log in, and what was done to their accounts. No row is ever deleted: what an account recorded stays its own.
CREATE TABLE access.account (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9]([a-z0-9._@+-]{0,61}[a-z0-9])?$'),
    password_hash       text NOT NULL,
    roles               text[] NOT NULL,
    scopes              text[] NOT NULL DEFAULT '{}',
    disabled            boolean NOT NULL DEFAULT false,
    generation          int NOT NULL DEFAULT 0,
    failed_attempts     int NOT NULL DEFAULT 0,
    locked_until        timestamptz,
    password_changed_at timestamptz NOT NULL DEFAULT now(),
    created_at          timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN access.account.generation IS 'Goes up when everybody who is logged in must log in again.';

CREATE TABLE access.token (
    id           text PRIMARY KEY,
    account      bigint NOT NULL REFERENCES access.account,
    label        text NOT NULL,
    hash         bytea NOT NULL UNIQUE,
    roles        text[],
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

COMMENT ON COLUMN access.token.hash IS 'SHA-256 of 256 random bits, which are kept nowhere.';
COMMENT ON COLUMN access.token.roles IS 'The only roles of the account that it has; null for all.';

CREATE INDEX token_account ON access.token (account);

CREATE TABLE access.account_change (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    actor   text NOT NULL,
    action  text NOT NULL,
    account text NOT NULL,
    detail  text NOT NULL
);

CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: what was done is never changed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON access.account_change
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
