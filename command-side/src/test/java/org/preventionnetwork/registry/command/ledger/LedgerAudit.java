package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;

/** Counts, over the whole store, everything that the ledger promises will never be. */
record LedgerAudit(
        long events,
        long entries,
        long skipped,
        long invented,
        long holes,
        long outOfAggregateOrder,
        long clockRunsBack,
        long clockBehindEvent,
        long wrongLeaves) {
    private static final String QUERY =
            """
            SELECT (SELECT count(*) FROM events.domainevententry),
                   (SELECT count(*) FROM ledger.entry),
                   (SELECT count(*) FROM events.domainevententry e
                     WHERE NOT EXISTS (SELECT 1 FROM ledger.entry l WHERE l.global_index = e.globalindex
                                       AND l.event_id = e.eventidentifier AND l.sequence_number = e.sequencenumber)),
                   (SELECT count(*) FROM ledger.entry l
                     WHERE NOT EXISTS (SELECT 1 FROM events.domainevententry e WHERE e.globalindex = l.global_index)),
                   (SELECT coalesce(max(position), 0) - count(*) FROM ledger.entry),
                   (SELECT count(*) FROM (SELECT sequence_number, row_number() OVER
                       (PARTITION BY aggregate_id ORDER BY position) - 1 AS expected FROM ledger.entry) l
                     WHERE sequence_number <> expected),
                   (SELECT count(*) FROM (SELECT known_at, lag(known_at) OVER (ORDER BY position) AS before
                       FROM ledger.entry) l WHERE known_at < before),
                   (SELECT count(*) FROM ledger.entry l JOIN events.domainevententry e
                       ON e.globalindex = l.global_index WHERE l.known_at < e.timestamp::timestamptz)
            """;

    private static final String LEAVES =
            """
            SELECT l.leaf_hash, e.*, (SELECT store_id FROM ledger.state) AS store_id
            FROM ledger.entry l JOIN events.domainevententry e ON e.globalindex = l.global_index
            """;

    static LedgerAudit of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(QUERY)) {
            r.next();
            return new LedgerAudit(
                    r.getLong(1),
                    r.getLong(2),
                    r.getLong(3),
                    r.getLong(4),
                    r.getLong(5),
                    r.getLong(6),
                    r.getLong(7),
                    r.getLong(8),
                    wrongLeaves(connection));
        }
    }

    /** Computed here from the stored bytes, with nothing of what the database computes. */
    private static long wrongLeaves(Connection connection) throws SQLException {
        long wrong = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEAVES)) {
            while (row.next()) {
                if (!Hash.of(row.getBytes("leaf_hash")).equals(leaf(row).leafHash())) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    private static LeafRecord leaf(ResultSet row) throws SQLException {
        return new LeafRecord(
                row.getString("store_id"),
                row.getString("eventidentifier"),
                row.getString("type"),
                row.getString("aggregateidentifier"),
                row.getLong("sequencenumber"),
                row.getString("payloadtype"),
                row.getString("payloadrevision"),
                row.getString("timestamp"),
                Hash.sha256(row.getBytes("payload")),
                Hash.sha256(row.getBytes("metadata")));
    }

    /** What an audit of a faultless ledger over this many events says. */
    static LedgerAudit faultless(long events) {
        return new LedgerAudit(events, events, 0, 0, 0, 0, 0, 0, 0);
    }
}
