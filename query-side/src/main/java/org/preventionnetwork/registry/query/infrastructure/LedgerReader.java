package org.preventionnetwork.registry.query.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads events in the ledger's order, and makes sure that it has no hole: a position that is missing between two others
 * is an error, never passed over.
 */
public final class LedgerReader {
    private static final String READ = FetchedEvents.SELECTED
            + """
            WHERE position > ? AND position <= ?
            ORDER BY position
            """;

    private static final String READ_ENTITIES = FetchedEvents.SELECTED
            + """
            JOIN unnest(?::text[], ?::bigint[]) AS wanted (entity, before)
                ON event.aggregate_id = wanted.entity AND event.position < wanted.before
            ORDER BY position
            """;

    /** In the order of an index, so that nothing has to be sorted. */
    private static final String READ_NEXT_OF_ENTITIES = FetchedEvents.SELECTED
            + """
            WHERE (aggregate_id, sequence_number) > (?, ?) AND position <= ?
            ORDER BY aggregate_id, sequence_number LIMIT ?
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
        FetchedEvents fetched = fetch(after, upTo);
        return new Batch(fetched.decode(eventSerializer, upcasters), after + fetched.size());
    }

    /**
     * Reads everything after one position up to another, or the ledger's present end. The next batch is fetched while
     * this one is worked on. Needs no closing; holds a connection only while a batch is fetched.
     */
    public Stream<LedgerEvent> read(long after, long upTo) {
        return decoded(ReadAhead.stream(
                () -> fetch(after, upTo), before -> fetch(before.last().position(), upTo), FetchedEvents::isEmpty));
    }

    /**
     * Reads everything up to a position, one entity after the other, each in the order of record; otherwise like {@link
     * #read}. The reading fails at its end when a position was missing.
     */
    public Stream<LedgerEvent> readByEntity(long upTo) {
        AtomicLong read = new AtomicLong();
        return decoded(ReadAhead.stream(
                () -> counted(fetchEntities("", 0, upTo), read, upTo),
                before -> counted(
                        fetchEntities(before.last().entity(), before.last().sequenceNumber(), upTo), read, upTo),
                FetchedEvents::isEmpty));
    }

    private static FetchedEvents counted(FetchedEvents fetched, AtomicLong read, long upTo) {
        long all = read.addAndGet(fetched.size());
        if (fetched.isEmpty() && all != upTo) {
            throw new IllegalStateException("The ledger has a hole: up to position " + upTo + " there are " + all);
        }
        return fetched;
    }

    private Stream<LedgerEvent> decoded(Stream<FetchedEvents> batches) {
        return batches.flatMap(fetched -> fetched.decode(eventSerializer, upcasters).stream());
    }

    /**
     * Reads the whole history of some entities, in the order of record.
     *
     * @param before by aggregate id the position before which its events are wanted
     */
    public List<LedgerEvent> readEntities(Map<String, Long> before) {
        List<String> entities = List.copyOf(before.keySet());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ_ENTITIES)) {
            statement.setArray(1, connection.createArrayOf("text", entities.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", entities.stream().map(before::get).toArray()));
            return FetchedEvents.of(statement).decode(eventSerializer, upcasters);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read", e);
        }
    }

    private FetchedEvents fetch(long after, long upTo) {
        long end = upTo - after > batchSize ? after + batchSize : upTo;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, after);
            statement.setLong(2, end);
            FetchedEvents fetched = FetchedEvents.of(statement);
            fetched.requireNoHoleAfter(after);
            return fetched;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read after position " + after, e);
        }
    }

    private FetchedEvents fetchEntities(String entity, long sequenceNumber, long upTo) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ_NEXT_OF_ENTITIES)) {
            statement.setString(1, entity);
            statement.setLong(2, sequenceNumber);
            statement.setLong(3, upTo);
            statement.setInt(4, batchSize);
            return FetchedEvents.of(statement);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be read entity by entity", e);
        }
    }
}
