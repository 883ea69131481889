-- An import runs as long as its node says so, by this clock: a node that is killed, paused or cut off says nothing.
ALTER TABLE imports.run ALTER COLUMN owner TYPE text;
ALTER TABLE imports.run ADD COLUMN lease_until timestamptz;
COMMENT ON COLUMN imports.run.owner IS 'The start of a node that runs it; no two have the same.';
COMMENT ON COLUMN imports.run.lease_until IS 'After this, whoever lives may end it; its node stops as soon as it notices.';
