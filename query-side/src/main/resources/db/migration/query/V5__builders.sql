ALTER TABLE operations.projection ADD COLUMN builder text;
COMMENT ON COLUMN operations.projection.builder IS
    'Who fills this version. Whoever finds it unattended puts another name here, and the one of before writes nothing more.';
