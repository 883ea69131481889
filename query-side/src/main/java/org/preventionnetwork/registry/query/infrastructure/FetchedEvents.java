package org.preventionnetwork.registry.query.infrastructure;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.preventionnetwork.registry.api.store.EventTables;

/** Rows of the ledger beside their events, as one query brought them; nothing is deserialised yet. */
final class FetchedEvents {
    /** How every query that fills this begins; which events, and in what order, follows. */
    static final String SELECTED =
            """
            SELECT position, known_at, event_id, aggregate_id, sequence_number, aggregate_type, timestamp, payload_type,
                   payload_revision, payload, metadata
            FROM %s event
            """
                    .formatted(EventTables.IN_ORDER);

    private final List<TrackedDomainEventData<byte[]>> entries = new ArrayList<>();
    private final Map<Long, Instant> knownAt = new HashMap<>();

    static FetchedEvents of(PreparedStatement question) throws SQLException {
        FetchedEvents fetched = new FetchedEvents();
        question.setFetchSize(0);
        try (ResultSet row = question.executeQuery()) {
            while (row.next()) {
                fetched.add(row);
            }
        }
        return fetched;
    }

    private void add(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        knownAt.put(position, row.getObject(2, OffsetDateTime.class).toInstant());
        entries.add(new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventEntry<>(
                        row.getString(6),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(3),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBytes(10),
                        row.getBytes(11))));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** The last one's place, in the ledger and in its entity's history. */
    Place last() {
        if (isEmpty()) {
            throw new NoSuchElementException("Nothing was fetched");
        }
        TrackedDomainEventData<byte[]> last = entries.get(size() - 1);
        return new Place(
                last.trackingToken().position().orElseThrow(), last.getAggregateIdentifier(), last.getSequenceNumber());
    }

    record Place(long position, String entity, long sequenceNumber) {}

    /** For what was asked for in the ledger's order. */
    void requireNoHoleAfter(long after) {
        long before = after;
        for (TrackedDomainEventData<byte[]> entry : entries) {
            long position = entry.trackingToken().position().orElseThrow();
            if (position != before + 1) {
                throw new IllegalStateException("The ledger has a hole: position " + position + " follows " + before);
            }
            before = position;
        }
    }

    /** Upcast, so there may be fewer or more of them than positions. */
    List<LedgerEvent> decode(Serializer serializer, EventUpcaster upcasters) {
        return EventUtils.upcastAndDeserializeTrackedEvents(entries.stream(), serializer, upcasters)
                .map(this::inPlace)
                .toList();
    }

    private LedgerEvent inPlace(TrackedEventMessage<?> message) {
        long position = message.trackingToken().position().orElseThrow();
        return new LedgerEvent(position, Objects.requireNonNull(knownAt.get(position)), message);
    }
}
