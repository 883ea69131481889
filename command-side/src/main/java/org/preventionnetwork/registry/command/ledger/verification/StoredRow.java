package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.ledger.KnownOnClock;
import org.preventionnetwork.registry.command.ledger.StoredEvents;

/**
 * A position of the ledger with the event that has it, as they are stored.
 *
 * @param ownTime the event's, as the clock of record takes it; null when it has none
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
        @Nullable OffsetDateTime ownTime,
        @Nullable LeafRecord stored,
        byte @Nullable [] seal) {
    static final String QUERY =
            """
            SELECT l.position, l.global_index, l.event_id, l.aggregate_id, l.sequence_number, l.known_at, l.leaf_hash,
                   e.eventidentifier, e.type, e.aggregateidentifier, e.sequencenumber, e.timestamp,
                   e.payloadtype, e.payloadrevision, e.payload, e.metadata, e.seal, %s AS own_time
            FROM ledger.entry l LEFT JOIN events.domainevententry e ON e.globalindex = l.global_index
            WHERE l.position > ? ORDER BY l.position LIMIT ?
            """
                    .formatted(KnownOnClock.OWN_TIME);

    static StoredRow of(ResultSet row, String storeId) throws SQLException {
        return new StoredRow(
                row.getLong("position"),
                row.getLong("global_index"),
                row.getString("event_id"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getObject("known_at", OffsetDateTime.class),
                Hash.of(row.getBytes("leaf_hash")),
                row.getObject("own_time", OffsetDateTime.class),
                row.getString("eventidentifier") == null ? null : StoredEvents.leaf(row, storeId),
                row.getBytes("seal"));
    }
}
