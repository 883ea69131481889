package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the transactions that may still commit a lower index than one already drawn.
 *
 * <p>An INSERT takes its table lock before the column's default draws from the sequence. So whoever has drawn an index
 * up to {@code L} held the lock when {@code L} was read, or was over. Those that hold it are written down after
 * {@code L} was read; when all of them are gone, every index up to {@code L} is decided. A transaction gives its locks
 * back only after its rows have become visible.
 *
 * <p>This holds for a sequence without cache, on the primary, and not when indexes are drawn ahead of the INSERT.
 */
final class LockHolderBarrier implements CommitBarrier {
    private static final String LAST_DRAWN =
            "SELECT coalesce(pg_sequence_last_value('events.domainevententry_globalindex_seq'), 0)";
    private static final String WRITERS =
            """
            SELECT virtualtransaction FROM pg_locks
            WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
              AND relation = 'events.domainevententry'::regclass
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;
    private static final long FIRST_PAUSE_MICROS = 200;
    private static final long LONGEST_PAUSE_MICROS = 20_000;

    @Override
    public long awaitSettled(Connection connection, long floor) throws SQLException, InterruptedException {
        long last = lastDrawn(connection);
        if (last <= floor) {
            return floor;
        }
        Set<String> open = writers(connection);
        for (long pause = FIRST_PAUSE_MICROS; !open.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE_MICROS)) {
            TimeUnit.MICROSECONDS.sleep(pause);
            open.retainAll(writers(connection));
        }
        return last;
    }

    private static long lastDrawn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_DRAWN);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Set<String> writers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITERS);
                ResultSet result = statement.executeQuery()) {
            Set<String> found = new HashSet<>();
            while (result.next()) {
                found.add(result.getString(1));
            }
            return found;
        }
    }
}
