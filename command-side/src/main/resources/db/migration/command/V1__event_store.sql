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
    UNIQUE (aggregateidentifier, sequencenumber)
);

COMMENT ON COLUMN events.domainevententry.globalindex IS
    'Drawn before commit: has gaps and becomes visible out of order. Read ledger.entry for the order of record.';

-- The order of record: one dense position for every committed event. Its event_id is unique because global_index is:
-- an index over random ids would halve the speed of appending.
CREATE TABLE ledger.entry (
    position        bigint PRIMARY KEY CHECK (position > 0),
    global_index    bigint NOT NULL UNIQUE,
    event_id        text NOT NULL,
    aggregate_id    text NOT NULL,
    sequence_number bigint NOT NULL,
    known_at        timestamptz NOT NULL
);

CREATE INDEX entry_known_at ON ledger.entry (known_at, position);

CREATE TABLE ledger.state (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch         bigint NOT NULL,
    floor         bigint NOT NULL,
    last_position bigint NOT NULL,
    last_known_at timestamptz NOT NULL
);

COMMENT ON COLUMN ledger.state.epoch IS 'Raised by every new sequencer; an append under an older one is refused.';
COMMENT ON COLUMN ledger.state.floor IS 'Every committed event up to this global index has its position.';

INSERT INTO ledger.state (epoch, floor, last_position, last_known_at) VALUES (0, 0, 0, '-infinity');

CREATE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: what is recorded is never changed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events.domainevententry
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
