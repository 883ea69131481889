package org.preventionnetwork.registry.personal;

import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files in which PostgreSQL keeps what was written to {@code keys.person}: the table's own, the catalogue's statistics
 * and the write-ahead log. Over one session, outside of transactions.
 *
 * <p>A table written anew by {@code VACUUM (FULL, FREEZE)} has as its {@code relfrozenxid} the oldest transaction that
 * anybody could still have seen: what was deleted by earlier ones is not in it. That counts sessions, prepared
 * transactions, standbys and replication slots alike, and needs no right to look at them.
 */
final class KeyFiles {
    private static final String COLUMNS = "'wrapped', 'words', 'names', 'emails'";
    private static final String HAVE_STATISTICS = "SELECT EXISTS (SELECT FROM pg_stats WHERE schemaname = 'keys'"
            + " AND tablename = 'person' AND attname IN (" + COLUMNS + "))";
    /** What a column's type is said to be anew, even the same one, makes its statistics be forgotten. */
    private static final String FORGET_STATISTICS =
            """
            ALTER TABLE keys.person
                ALTER COLUMN wrapped SET STATISTICS 0, ALTER COLUMN wrapped TYPE bytea,
                ALTER COLUMN words SET STATISTICS 0, ALTER COLUMN words TYPE bytea[],
                ALTER COLUMN names SET STATISTICS 0, ALTER COLUMN names TYPE bytea[],
                ALTER COLUMN emails SET STATISTICS 0, ALTER COLUMN emails TYPE bytea[]
            """;

    private static final String SEGMENTS = "SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'";
    private static final String NOT_HAD_IN_TIME = "55P03";

    private final JdbcClient session;

    KeyFiles(JdbcClient session) {
        this.session = session;
    }

    /** Somebody else held a lock for too long. */
    static final class InUse extends RuntimeException {
        private InUse(DataAccessException cause) {
            super("the table of keys is in use", cause);
        }
    }

    enum Statistics {
        /** None were copied since it was last written anew. */
        NONE,
        REWRITTEN,
        /** It is not this role's to write anew, and may have been copied to. */
        NOT_KNOWN
    }

    enum Log {
        PASSED,
        /** Something keeps old segments. */
        KEPT,
        /** This role may not look, or old segments are used again. */
        NOT_KNOWN
    }

    /** Whoever reads or makes keys meanwhile waits behind this session for a second at most. */
    void withBriefLocks(Runnable work) {
        // Longer than PostgreSQL takes to send an autovacuum away that is in the way.
        run("SET lock_timeout = '3s'");
        try {
            work.run();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && NOT_HAD_IN_TIME.equals(cause.getSQLState())) {
                throw new InUse(e);
            }
            throw e;
        } finally {
            run("RESET lock_timeout");
        }
    }

    /** The first transaction that is still to begin. */
    String now() {
        return one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text", String.class);
    }

    /** @return whether there were any */
    boolean forgetStatistics() {
        if (!one(HAVE_STATISTICS, Boolean.class)) {
            return false;
        }
        run("UPDATE keys.upkeep SET statistics_copied = true");
        run(FORGET_STATISTICS);
        return true;
    }

    /** Finds out for {@link #nobodySees}, at next to no cost, who a rewriting would still have to keep something for. */
    void look() {
        run("VACUUM (FREEZE) keys.upkeep");
    }

    boolean nobodySees(String horizon) {
        return hasPassed("keys.upkeep", horizon);
    }

    void rewriteKeys() {
        run("VACUUM (FULL, FREEZE) keys.person");
    }

    Statistics rewriteStatistics() {
        if (!one("SELECT statistics_copied FROM keys.upkeep", Boolean.class)) {
            return Statistics.NONE;
        }
        // Without the right to it, PostgreSQL only warns.
        String file = "SELECT pg_relation_filenode('pg_catalog.pg_statistic')";
        long before = one(file, Long.class);
        run("VACUUM (FULL, FREEZE) pg_catalog.pg_statistic");
        return one(file, Long.class) == before ? Statistics.NOT_KNOWN : Statistics.REWRITTEN;
    }

    void statisticsAreGone() {
        run("UPDATE keys.upkeep SET statistics_copied = false");
    }

    /** Whether what earlier transactions destroyed is neither in the table nor, where they were rewritten, in statistics. */
    boolean isLeftOut(String horizon, Statistics statistics) {
        return hasPassed("keys.person", horizon)
                && (statistics != Statistics.REWRITTEN || hasPassed("pg_catalog.pg_statistic", horizon));
    }

    private boolean hasPassed(String table, String horizon) {
        return session.sql(
                        """
                        SELECT age(relfrozenxid) <= age(CAST(:horizon AS text)::xid8::xid)
                        FROM pg_class WHERE oid = CAST(:table AS text)::regclass
                        """)
                .param("horizon", horizon)
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    /**
     * Goes on to a segment of the log behind all that are there, those included that lie ready to be used again under a
     * later name, and has the earlier ones deleted.
     */
    Log passLog() {
        if (!one(
                """
                SELECT has_function_privilege('pg_catalog.pg_switch_wal()', 'EXECUTE')
                    AND has_function_privilege('pg_catalog.pg_ls_waldir()', 'EXECUTE')
                    AND pg_has_role('pg_checkpoint', 'USAGE') AND current_setting('wal_recycle') = 'off'
                """,
                Boolean.class)) {
            return Log.NOT_KNOWN;
        }
        List<String> before = segments();
        String last = before.stream().max(String::compareTo).orElseThrow();
        String current;
        do {
            one("SELECT pg_switch_wal()::text", String.class);
            // An empty segment would not be passed.
            one("SELECT pg_logical_emit_message(false, 'registry', '')::text", String.class);
            current = one("SELECT pg_walfile_name(pg_current_wal_insert_lsn())", String.class);
        } while (current.compareTo(last) <= 0);
        run("CHECKPOINT");
        return segments().stream().anyMatch(before::contains) ? Log.KEPT : Log.PASSED;
    }

    private List<String> segments() {
        return session.sql(SEGMENTS).query(String.class).list();
    }

    boolean noCopiesAreMade() {
        return one(
                """
                SELECT NOT EXISTS (SELECT FROM pg_stat_replication) AND NOT EXISTS (SELECT FROM pg_replication_slots)
                    AND current_setting('archive_mode') = 'off'
                """,
                Boolean.class);
    }

    /** Whether this role may look for files that no table owns. */
    boolean mayLookForUnowned() {
        return one(
                """
                SELECT has_function_privilege('pg_catalog.pg_ls_dir(text)', 'EXECUTE')
                    AND has_function_privilege('pg_catalog.pg_stat_file(text, boolean)', 'EXECUTE')
                """,
                Boolean.class);
    }

    /**
     * Files of this database that no table owns: what a crash left of a table that was being written, for ever, since
     * PostgreSQL deletes no such file; or, for now, what a transaction under way writes. Below the cluster's folder. Those
     * without content are left out: PostgreSQL keeps them until the next checkpoint, so that no other gets their name.
     */
    List<String> unowned() {
        return session.sql(
                        """
                        SELECT folder || '/' || file FROM pg_database,
                            LATERAL (SELECT 'base/' || pg_database.oid) AS of_database (folder),
                            LATERAL pg_ls_dir(folder) AS file
                        WHERE datname = current_database() AND file ~ '^[0-9]+([.][0-9]+)?$'
                          AND (pg_stat_file(folder || '/' || file, true)).size > 0 AND NOT EXISTS (
                            SELECT FROM pg_class WHERE pg_relation_filenode(pg_class.oid) = split_part(file, '.', 1)::oid)
                        """)
                .query(String.class)
                .list();
    }

    private void run(String statement) {
        session.sql(statement).update();
    }

    private <T> T one(String question, Class<T> type) {
        return session.sql(question).query(type).single();
    }
}
