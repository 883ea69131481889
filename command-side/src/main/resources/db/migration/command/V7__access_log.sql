-- Who has read whose personal data: written by the query side before an answer leaves, never changed, and deleted only
-- when it is older than is kept (access_log.delete_old).
CREATE SCHEMA IF NOT EXISTS access_log;

CREATE TABLE access_log.viewing (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    viewed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text NOT NULL,
    role        text NOT NULL,
    official    text NOT NULL,
    kind        text NOT NULL,
    path        text NOT NULL,
    correlation text NOT NULL
);

CREATE INDEX viewing_official ON access_log.viewing (official, viewed_at);
CREATE INDEX viewing_actor ON access_log.viewing (actor, viewed_at);
CREATE INDEX viewing_time ON access_log.viewing (viewed_at);

COMMENT ON COLUMN access_log.viewing.path IS 'Of the request, without its query, which may hold a name.';
COMMENT ON COLUMN access_log.viewing.correlation IS 'The same for all rows of one answer, which carried it in X-Correlation-Id.';

CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON access_log.viewing
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
