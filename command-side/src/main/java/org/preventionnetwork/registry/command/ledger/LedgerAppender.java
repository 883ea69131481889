package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.preventionnetwork.registry.api.outages.NotStored;

/**
 * Appends settled events to the ledger, a set at a time, under an epoch.
 *
 * <p>An event that somebody put into the store past the registry may have a time that is none: it gets its place like
 * any other and moves no clock, since it must not keep those behind it from getting theirs. Verification names it.
 *
 * <p>What it writes follows from the events alone: positions count the committed events in the order of their global
 * index, {@code known_at} is the running maximum of their timestamps, and the leaf is a hash of their
 * stored bytes. That is why an append need not wait for the
 * disk: one lost in a crash is made again, the same.
 */
final class LedgerAppender {
    private static final String BEGIN_EPOCH = "UPDATE ledger.state SET epoch = epoch + 1 RETURNING epoch, floor";
    private static final String HOLD_EPOCH = "SELECT 1 FROM ledger.state WHERE epoch = ? FOR UPDATE";
    private static final String APPEND =
            """
            WITH fresh AS (
                SELECT globalindex, eventidentifier, aggregateidentifier, sequencenumber, timestamp,
                       ledger.leaf_hash((SELECT store_id FROM ledger.state), event) AS leaf_hash
                FROM events.domainevententry event
                WHERE globalindex > (SELECT floor FROM ledger.state) AND globalindex <= ?
                ORDER BY globalindex LIMIT ?),
            appended AS (
                INSERT INTO ledger.entry
                    (position, global_index, event_id, aggregate_id, sequence_number, known_at, leaf_hash)
                SELECT (SELECT last_position FROM ledger.state) + row_number() OVER in_order,
                       globalindex, eventidentifier, aggregateidentifier, sequencenumber,
                       greatest((SELECT last_known_at FROM ledger.state), max(%s) OVER in_order),
                       leaf_hash
                FROM fresh
                WINDOW in_order AS (ORDER BY globalindex ROWS UNBOUNDED PRECEDING)
                RETURNING position, global_index, known_at),
            summary AS (
                SELECT count(*) AS size, max(position) AS position, max(global_index) AS global_index,
                       max(known_at) AS known_at
                FROM appended)
            UPDATE ledger.state
            SET floor = CASE WHEN summary.size < ? THEN ? ELSE summary.global_index END,
                last_position = coalesce(summary.position, last_position),
                last_known_at = coalesce(summary.known_at, last_known_at)
            FROM summary
            RETURNING summary.size, floor, last_position, (SELECT count(*) FROM fresh) AS expected
            """
                    .formatted(KnownOnClock.OWN_TIME);
    private static final String ANNOUNCE = "SELECT pg_notify('registry_ledger', ?)";

    /**
     * @param size how many events got their position
     * @param floor the global index up to which all have one now
     * @param position the last position given
     */
    record Appended(int size, long floor, long position) {}

    record Epoch(long number, long floor) {}

    /**
     * From here on nobody can append under an earlier epoch, not even somebody who is about to commit.
     *
     * @throws LedgerContradicted when there is nothing to go on from that can be believed
     */
    Epoch beginEpoch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN_EPOCH);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new LedgerContradicted(KnownOnClock.NOTHING);
            }
            requireState(connection);
            return new Epoch(result.getLong("epoch"), result.getLong("floor"));
        }
    }

    /**
     * Runs as one transaction. After a failure nobody knows whether it was committed: the session is to be closed, and
     * what comes next begins an epoch, which tells.
     *
     * @throws EpochIsOver when another sequencer has begun an epoch since
     * @throws LedgerContradicted when somebody has changed what it would go on from
     * @throws NotStored when not every event got its entry: none did then, and none is passed by
     */
    Appended append(Connection connection, long epoch, long settled, int limit) throws SQLException {
        connection.setAutoCommit(false);
        try {
            holdEpoch(connection, epoch);
            requireState(connection);
            Appended appended = insert(connection, settled, limit);
            if (appended.size() > 0) {
                announce(connection, appended.position());
            }
            connection.commit();
            connection.setAutoCommit(true);
            return appended;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void holdEpoch(Connection connection, long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLD_EPOCH)) {
            statement.setLong(1, epoch);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new EpochIsOver(epoch);
                }
            }
        }
    }

    /** A clock that was moved would give every later position a wrong time, which nothing could take back. */
    private static void requireState(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KnownOnClock.STATE);
                ResultSet row = statement.executeQuery()) {
            String contradiction = row.next() ? KnownOnClock.of(row).contradiction() : KnownOnClock.NOTHING;
            if (contradiction != null) {
                throw new LedgerContradicted(contradiction);
            }
        }
    }

    private static Appended insert(Connection connection, long settled, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, settled);
            statement.setInt(2, limit);
            statement.setInt(3, limit);
            statement.setLong(4, settled);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getInt("size") != result.getInt("expected")) {
                    throw new NotStored("entries of the ledger");
                }
                return new Appended(result.getInt("size"), result.getLong("floor"), result.getLong("last_position"));
            }
        }
    }

    private static void announce(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, Long.toString(position));
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
