COMMENT ON COLUMN operations.projection.position IS
    'Every event up to this position of the ledger is brought in. While the version is BUILDING or CHECKING it gets one '
    'entity after the other: then this is how many events are brought in.';
