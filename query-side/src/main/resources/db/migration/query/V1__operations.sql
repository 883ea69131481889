-- What the projections are, how far each is, and what they could not bring in. The schemas of the projections
-- themselves (networks_v1, …) come and go with their versions.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA IF NOT EXISTS operations;
CREATE SCHEMA IF NOT EXISTS read;

CREATE TABLE operations.projection (
    name        text NOT NULL,
    version     int NOT NULL,
    shape       int NOT NULL,
    state       text NOT NULL CHECK
        (state IN ('BUILDING', 'CATCHING_UP', 'LIVE', 'RETIRED', 'DIFFERS', 'FAILED', 'CHECKING')),
    position    bigint NOT NULL DEFAULT 0,
    generation  bigint NOT NULL DEFAULT 0,
    target      bigint,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    detail      text,
    PRIMARY KEY (name, version)
);
CREATE UNIQUE INDEX one_live_version ON operations.projection (name) WHERE state = 'LIVE';
COMMENT ON COLUMN operations.projection.position IS 'Every event up to this position of the ledger is brought in.';
COMMENT ON COLUMN operations.projection.generation IS 'Raised when rows changed outside the stream; what nodes remember is void then.';

CREATE TABLE operations.dead_letter (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    projection text NOT NULL,
    version    int NOT NULL,
    entity     text NOT NULL,
    position   bigint NOT NULL,
    event_name text NOT NULL,
    error_code text NOT NULL,
    waiting    bigint NOT NULL DEFAULT 0,
    attempts   int NOT NULL DEFAULT 1,
    parked_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (projection, version, entity),
    FOREIGN KEY (projection, version) REFERENCES operations.projection ON DELETE CASCADE
);
COMMENT ON TABLE operations.dead_letter IS 'By reference only: a retry reads the store again. Never a payload or an error text.';

CREATE TABLE operations.skipped (
    projection text NOT NULL,
    version    int NOT NULL,
    entity     text NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (projection, version, entity, position),
    FOREIGN KEY (projection, version) REFERENCES operations.projection ON DELETE CASCADE
);

CREATE TABLE operations.tokenentry (
    processorname text NOT NULL,
    segment       integer NOT NULL,
    token         bytea,
    tokentype     text,
    timestamp     text,
    owner         text,
    PRIMARY KEY (processorname, segment)
);
