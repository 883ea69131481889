package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.ledger.StoredEvents;

/**
 * A position of the ledger with the event that has it, as they are stored.
 *
 * @param stored null when there is no such event any more
 */
record StoredRow(
        long position,
        long globalIndex,
        String eventId,
        String aggregateId,
        long sequenceNumber,
        OffsetDateTime knownAt,
        Hash leafHash,
        @Nullable LeafRecord stored,
        byte @Nullable [] seal) {
    static final String QUERY =
            """
            SELECT l.position, l.global_index, l.event_id, l.aggregate_id, l.sequence_number, l.known_at, l.leaf_hash,
                   e.eventidentifier, e.type, e.aggregateidentifier, e.sequencenumber, e.timestamp,
                   e.payloadtype, e.payloadrevision, e.payload, e.metadata, e.seal
            FROM ledger.entry l LEFT JOIN events.domainevententry e ON e.globalindex = l.global_index
            WHERE l.position > ? ORDER BY l.position LIMIT ?
            """;

    static StoredRow of(ResultSet row, String storeId) throws SQLException {
        return new StoredRow(
                row.getLong("position"),
                row.getLong("global_index"),
                row.getString("event_id"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getObject("known_at", OffsetDateTime.class),
                Hash.of(row.getBytes("leaf_hash")),
                row.getString("eventidentifier") == null ? null : StoredEvents.leaf(row, storeId),
                row.getBytes("seal"));
    }
}
