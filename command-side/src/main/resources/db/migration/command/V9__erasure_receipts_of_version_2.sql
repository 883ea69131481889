-- Receipts of version 1 said that a key is destroyed, and no more; they stay beside those that say what was made sure of.
ALTER TABLE ledger.erasure_receipt ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE ledger.erasure_receipt DROP CONSTRAINT erasure_receipt_pkey, ADD PRIMARY KEY (official, version);
COMMENT ON TABLE ledger.erasure_receipt IS
    'Signed notes. Version 2 is issued when what was destroyed has left the files of the keys'' database.';
