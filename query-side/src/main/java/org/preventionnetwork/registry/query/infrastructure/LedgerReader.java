package org.preventionnetwork.registry.query.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads events in the ledger's order, and makes sure that it has no hole: a position that is missing between two others
 * is an error, never passed over.
 */
public final class LedgerReader {
    private static final String READ =
            """
            SELECT l.position, l.known_at, e.eventidentifier, e.aggregateidentifier, e.sequencenumber, e.type,
                   e.timestamp, e.payloadtype, e.payloadrevision, e.payload, e.metadata
            FROM ledger.entry l JOIN events.domainevententry e ON e.globalindex = l.global_index
            WHERE l.position > ? AND l.position <= ?
            ORDER BY l.position
            """;

    private static final String READ_ENTITIES =
            """
            SELECT l.position, l.known_at, e.eventidentifier, e.aggregateidentifier, e.sequencenumber, e.type,
                   e.timestamp, e.payloadtype, e.payloadrevision, e.payload, e.metadata
            FROM unnest(?::text[], ?::bigint[]) AS wanted (entity, before)
                JOIN events.domainevententry e ON e.aggregateidentifier = wanted.entity
                JOIN ledger.entry l ON l.global_index = e.globalindex AND l.position < wanted.before
            ORDER BY l.position
            """;

    private final DataSource database;
    private final Serializer eventSerializer;
    private final EventUpcaster upcasters;
    private final int batchSize;

    public LedgerReader(DataSource database, Serializer eventSerializer, EventUpcaster upcasters, int batchSize) {
        this.database = database;
        this.eventSerializer = eventSerializer;
        this.upcasters = upcasters;
        this.batchSize = batchSize;
    }

    /**
     * What one query brought.
     *
     * @param events upcast, so there may be fewer or more of them than positions
     * @param last the last position read, even when upcasters left nothing of it; {@code after} at the ledger's end
     */
    public record Batch(List<LedgerEvent> events, long last) {}

    /** Reads the positions that follow {@code after}, at most as many as a batch holds. */
    public Batch readBatch(long after) {
        return readBatch(after, Long.MAX_VALUE);
    }

    /** Reads the positions that follow {@code after} up to {@code upTo}, at most as many as a batch holds. */
    public Batch readBatch(long after, long upTo) {
        return decode(fetch(after, upTo));
    }

    /**
     * Reads everything after one position up to another, or the ledger's present end. The next batch is fetched while
     * this one is worked on. Needs no closing; holds a connection only while a batch is fetched.
     */
    public Stream<LedgerEvent> read(long after, long upTo) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new ReadAhead<>(after, from -> fetch(from, upTo), Raw::last, Raw::isEmpty),
                                Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .flatMap(raw -> decode(raw).events().stream());
    }

    /**
     * Reads the whole history of some entities, in the order of record.
     *
     * @param before by aggregate id the position before which its events are wanted
     */
    public List<LedgerEvent> readEntities(Map<String, Long> before) {
        List<TrackedDomainEventData<byte[]>> entries = new ArrayList<>();
        Map<Long, Instant> knownAt = new HashMap<>();
        List<String> entities = List.copyOf(before.keySet());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ_ENTITIES)) {
            statement.setArray(1, connection.createArrayOf("text", entities.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", entities.stream().map(before::get).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    knownAt.put(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                    entries.add(entry(row, row.getLong(1)));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read", e);
        }
        return EventUtils.upcastAndDeserializeTrackedEvents(entries.stream(), eventSerializer, upcasters)
                .map(message -> inPlace(knownAt, message))
                .toList();
    }

    private static LedgerEvent inPlace(Map<Long, Instant> knownAt, TrackedEventMessage<?> message) {
        long position = message.trackingToken().position().orElseThrow();
        return new LedgerEvent(position, Objects.requireNonNull(knownAt.get(position)), message);
    }

    private record Raw(long after, List<TrackedDomainEventData<byte[]>> entries, List<Instant> knownAt) {
        long last() {
            return after + entries.size();
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    private Raw fetch(long after, long upTo) {
        long end = upTo - after > batchSize ? after + batchSize : upTo;
        Raw raw = new Raw(after, new ArrayList<>(), new ArrayList<>());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setFetchSize(0);
            statement.setLong(1, after);
            statement.setLong(2, end);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long position = row.getLong(1);
                    if (position != raw.last() + 1) {
                        throw new IllegalStateException(
                                "The ledger has a hole: position " + position + " follows " + raw.last());
                    }
                    raw.knownAt().add(row.getObject(2, OffsetDateTime.class).toInstant());
                    raw.entries().add(entry(row, position));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read after position " + after, e);
        }
        return raw;
    }

    private static TrackedDomainEventData<byte[]> entry(ResultSet row, long position) throws SQLException {
        return new TrackedDomainEventData<>(
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
                        row.getBytes(11)));
    }

    private Batch decode(Raw raw) {
        List<LedgerEvent> events = EventUtils.upcastAndDeserializeTrackedEvents(
                        raw.entries().stream(), eventSerializer, upcasters)
                .map(message -> inPlace(raw, message))
                .toList();
        return new Batch(events, raw.last());
    }

    private static LedgerEvent inPlace(Raw raw, TrackedEventMessage<?> message) {
        long position = message.trackingToken().position().orElseThrow();
        return new LedgerEvent(position, raw.knownAt().get((int) (position - raw.after() - 1)), message);
    }
}
