CREATE TABLE ledger.erasure_receipt (
    official  text PRIMARY KEY,
    event_id  text NOT NULL,
    note      text NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ledger.erasure_receipt IS 'Signed notes, each issued after the person''s key was destroyed.';

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.erasure_receipt
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
