-- ANALYZE would copy keys and tokens into the catalogue.
ALTER TABLE keys.person
    ALTER COLUMN wrapped SET STATISTICS 0,
    ALTER COLUMN words SET STATISTICS 0,
    ALTER COLUMN names SET STATISTICS 0,
    ALTER COLUMN emails SET STATISTICS 0,
    ADD COLUMN gone_at timestamptz CHECK (gone_at IS NULL OR erased_at IS NOT NULL);
COMMENT ON COLUMN keys.person.gone_at IS
    'When what was destroyed had left the database''s files. Null, of who is erased, as long as that is to be done.';

-- One row. The table is vacuumed to learn from which transaction on all are over: that becomes its relfrozenxid.
CREATE TABLE keys.upkeep (
    id                smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    statistics_copied boolean NOT NULL DEFAULT false
);
INSERT INTO keys.upkeep DEFAULT VALUES;
COMMENT ON COLUMN keys.upkeep.statistics_copied IS
    'Whether pg_statistic may hold what ANALYZE copied of keys.person, or what is left of that in its file.';
