-- The events: appended by Axon, never changed.
CREATE TABLE events.domainevententry (
    globalindex         bigserial PRIMARY KEY,
    eventidentifier     text NOT NULL UNIQUE,
    aggregateidentifier text NOT NULL,
    sequencenumber      bigint NOT NULL,
    type                text,
    timestamp           text NOT NULL,
    payloadtype         text NOT NULL,
    payloadrevision     text,
    payload             bytea NOT NULL,
    metadata            bytea NOT NULL,
    seal                bytea,
    UNIQUE (aggregateidentifier, sequencenumber)
);

-- Asked whenever a person's key is looked up.
CREATE INDEX erased_persons ON events.domainevententry (aggregateidentifier)
    WHERE payloadtype = 'official.OfficialErased';

COMMENT ON COLUMN events.domainevententry.globalindex IS
    'Drawn before commit: has gaps and becomes visible out of order. Read ledger.entry for the order of record.';

COMMENT ON COLUMN events.domainevententry.seal IS
    'HMAC-SHA256 over the data of the event''s leaf, with a key that the database does not have: who can only write to '
    'the database cannot make an event that passes for one of the application.';

-- The order of record: one dense position for every committed event. Its event_id is unique because global_index is:
-- an index over random ids would halve the speed of appending.
CREATE TABLE ledger.entry (
    position        bigint PRIMARY KEY CHECK (position > 0),
    global_index    bigint NOT NULL UNIQUE,
    event_id        text NOT NULL,
    aggregate_id    text NOT NULL,
    sequence_number bigint NOT NULL,
    known_at        timestamptz NOT NULL,
    leaf_hash       bytea NOT NULL CHECK (octet_length(leaf_hash) = 32)
);

CREATE INDEX entry_known_at ON ledger.entry (known_at, position);

CREATE TABLE ledger.state (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    store_id      text NOT NULL DEFAULT gen_random_uuid(),
    epoch         bigint NOT NULL,
    floor         bigint NOT NULL,
    last_position bigint NOT NULL,
    last_known_at timestamptz NOT NULL
);

COMMENT ON COLUMN ledger.state.epoch IS 'Raised by every new sequencer; an append under an older one is refused.';
COMMENT ON COLUMN ledger.state.floor IS 'Every committed event up to this global index has its position.';

INSERT INTO ledger.state (epoch, floor, last_position, last_known_at) VALUES (0, 0, 0, '-infinity');

-- The Merkle tree over the leaf hashes (RFC 6962), in tiles of 256: entry n of level L is the hash over the full tile n
-- of the level below. Level 0 is ledger.entry itself.
CREATE TABLE ledger.node (
    level smallint NOT NULL CHECK (level > 0),
    index bigint NOT NULL CHECK (index >= 0),
    hash  bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);

CREATE TABLE ledger.checkpoint (
    size      bigint PRIMARY KEY CHECK (size >= 0),
    root      bytea NOT NULL CHECK (octet_length(root) = 32),
    note      text NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ledger.checkpoint IS 'Signed notes (C2SP tlog-checkpoint), each published only after its copies outside.';

CREATE FUNCTION ledger.field(value text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), '\xffffffff');

-- RFC 6962: the hash over a zero byte and the leaf's data, which is over the stored bytes and never over a new reading.
CREATE FUNCTION ledger.leaf_hash(store_id text, event events.domainevententry)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256('\x0001'::bytea
    || ledger.field(store_id) || ledger.field(event.eventidentifier)
    || ledger.field(event.type) || ledger.field(event.aggregateidentifier) || int8send(event.sequencenumber)
    || ledger.field(event.payloadtype) || ledger.field(event.payloadrevision) || ledger.field(event.timestamp)
    || sha256(event.payload) || sha256(event.metadata));

CREATE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: what is recorded is never changed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events.domainevententry
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.node
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
