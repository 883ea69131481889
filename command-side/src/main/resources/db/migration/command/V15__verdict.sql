-- What the last verification that came to a verdict found, on whichever node, so that no restart forgets it. A row that
-- says TAMPERED is replaced only by a verification that began after it. No row, or one that says SOUND, makes nobody
-- believe anything: a node says that everything fits only when it has found so itself.
CREATE TABLE ledger.verdict (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number      bigint NOT NULL,
    verdict     text NOT NULL CHECK (verdict IN ('SOUND', 'TAMPERED')),
    position    bigint,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    code        text,
    at          bigint,
    event_id    text,
    detail      text,
    CHECK ((verdict = 'TAMPERED') = (code IS NOT NULL AND detail IS NOT NULL))
);

COMMENT ON COLUMN ledger.verdict.number IS 'Counts verdicts: a verification that began before another one found something knows by it.';
COMMENT ON COLUMN ledger.verdict.detail IS 'The first finding, in a sentence without personal data; at is its position.';
