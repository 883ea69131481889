-- Who said, of a clock that was in doubt, that it is right. Nothing is recorded before somebody does.
CREATE TABLE ledger.clock_confirmation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instant      timestamptz NOT NULL,
    actor        text NOT NULL,
    confirmed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON COLUMN ledger.clock_confirmation.instant IS 'What the node''s clock said; confirmed_at is the database''s.';

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.clock_confirmation
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
