-- Imports: what was handed in, how far it came, and what was wrong with it. Nothing here is history: that is the events.
CREATE SCHEMA IF NOT EXISTS imports;

CREATE TABLE imports.run (
    id          text PRIMARY KEY,
    number      bigint GENERATED ALWAYS AS IDENTITY,
    file_name   text NOT NULL,
    dry_run     boolean NOT NULL,
    actor       text NOT NULL,
    role        text NOT NULL,
    status      text NOT NULL CHECK (status IN ('RUNNING', 'VALIDATED', 'COMPLETED', 'FAILED')),
    failure     text,
    owner       int NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    annulled_at timestamptz
);

COMMENT ON COLUMN imports.run.owner IS 'The node that runs it: as long as it lives, it holds the advisory lock (''impo'', owner).';

CREATE TABLE imports.run_file (
    run        text NOT NULL REFERENCES imports.run ON DELETE CASCADE,
    place      int NOT NULL,
    file       text NOT NULL,
    rows_total bigint NOT NULL,
    rows_done  bigint NOT NULL DEFAULT 0,
    recorded   bigint NOT NULL DEFAULT 0,
    unchanged  bigint NOT NULL DEFAULT 0,
    conflicts  bigint NOT NULL DEFAULT 0,
    errors     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (run, place)
);

CREATE TABLE imports.problem (
    run    text NOT NULL REFERENCES imports.run ON DELETE CASCADE,
    number bigint GENERATED ALWAYS AS IDENTITY,
    place  int NOT NULL,
    file   text NOT NULL,
    line   bigint NOT NULL,
    col    text,
    value  text,
    code   text NOT NULL,
    detail text NOT NULL,
    PRIMARY KEY (run, place, line, number)
);

-- The cells of a row that are right, so that it is recognised beside what is wrong; none that may be personal data.
CREATE TABLE imports.problem_row (
    run   text NOT NULL REFERENCES imports.run ON DELETE CASCADE,
    place int NOT NULL,
    line  bigint NOT NULL,
    cells text NOT NULL,
    PRIMARY KEY (run, place, line)
);

-- Written before the commands are sent, so that after a crash no event of a batch is missed.
CREATE TABLE imports.touched (
    run          text NOT NULL REFERENCES imports.run ON DELETE CASCADE,
    aggregate_id text NOT NULL,
    PRIMARY KEY (run, aggregate_id)
);
