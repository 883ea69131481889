package org.preventionnetwork.registry.command.infrastructure;

import static org.axonframework.common.DateTimeUtils.formatInstant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.clock.RecordingClock;
import org.preventionnetwork.registry.command.ledger.EventSeal;

/**
 * Axon's JDBC engine, with a seal on every event, and with a look at what was stored before it is acknowledged; without snapshots, which saves every load of an aggregate one
 * query to a table that stays empty.
 */
final class RegistryEventStorageEngine extends JdbcEventStorageEngine {
    private static final String APPEND =
            """
            INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                payloadtype, payloadrevision, payload, metadata, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What a trigger would do at the commit it does now, so that it is seen. */
    private static final String STORED =
            """
            SET CONSTRAINTS ALL IMMEDIATE;
            SELECT count(*) FROM unnest(?::text[], ?::bytea[], ?::bytea[]) AS sent (id, leaf, seal)
                CROSS JOIN LATERAL (
                    SELECT ledger.leaf_hash(?, event) AS leaf, event.seal FROM events.domainevententry event
                    WHERE event.eventidentifier = sent.id OFFSET 0) AS stored
            WHERE stored.leaf = sent.leaf AND stored.seal = sent.seal
            """;

    private final TransactionManager transactions;
    private final String storeId;
    private final EventSeal seal;
    private final RecordingClock clock;
    private final Timer time;

    /**
     * @param storeId the ledger's name for this store, see {@code ledger.state}
     * @param clock refuses events while it is in doubt; no way to record leads past here
     */
    RegistryEventStorageEngine(
            Builder builder,
            TransactionManager transactions,
            String storeId,
            EventSeal seal,
            RecordingClock clock,
            MeterRegistry meters) {
        super(builder.transactionManager(transactions));
        this.transactions = transactions;
        this.time = Timer.builder("registry.events.append")
                .description("Storing the events of one command, before its transaction is committed")
                .register(meters);
        this.clock = clock;
        this.storeId = storeId;
        this.seal = seal;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            time.record(() -> transactions.executeInTransaction(() -> store(events, serializer)));
        }
    }

    /**
     * In one transaction with whatever else the command writes.
     *
     * @throws NotStored when what is in the store afterwards is not, byte for byte, what was sent there: the command fails
     *     before anything is acknowledged, and Axon drops the aggregate from the cache as after every failure
     */
    private void store(List<? extends EventMessage<?>> events, Serializer serializer) {
        try (Connection connection = getConnection()) {
            List<LeafRecord> sent = insert(connection, events, serializer);
            requireStored(connection, sent);
        } catch (SQLException e) {
            handlePersistenceException(e, events.get(0));
        }
    }

    private List<LeafRecord> insert(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        List<LeafRecord> sent = new ArrayList<>(events.size());
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (EventMessage<?> message : events) {
                if (!(message instanceof DomainEventMessage<?> event)) {
                    throw new EventStoreException("Only events of aggregates are recorded, and "
                            + message.getPayloadType().getSimpleName() + " is of none");
                }
                clock.require(event.getTimestamp());
                SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
                SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
                LeafRecord leaf = new LeafRecord(
                        storeId,
                        event.getIdentifier(),
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        formatInstant(event.getTimestamp()),
                        Hash.sha256(payload.getData()),
                        Hash.sha256(metadata.getData()));
                statement.setString(1, leaf.eventId());
                statement.setString(2, leaf.aggregateId());
                statement.setLong(3, leaf.sequenceNumber());
                statement.setString(4, leaf.aggregateType());
                statement.setString(5, leaf.timestamp());
                statement.setString(6, leaf.payloadType());
                statement.setString(7, leaf.payloadRevision());
                statement.setBytes(8, payload.getData());
                statement.setBytes(9, metadata.getData());
                statement.setBytes(10, seal.of(leaf));
                statement.addBatch();
                sent.add(leaf);
            }
            statement.executeBatch();
        }
        return sent;
    }

    /** A count of rows would not do: a rewritten batch has none, and what a trigger changes or takes away later counts. */
    private void requireStored(Connection connection, List<LeafRecord> sent) throws SQLException {
        try (PreparedStatement stored = connection.prepareStatement(STORED)) {
            stored.setArray(
                    1,
                    connection.createArrayOf(
                            "text", sent.stream().map(LeafRecord::eventId).toArray()));
            stored.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            sent.stream().map(leaf -> leaf.leafHash().toBytes()).toArray(byte[][]::new)));
            stored.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", sent.stream().map(seal::of).toArray(byte[][]::new)));
            stored.setString(4, storeId);
            stored.execute();
            stored.getMoreResults();
            try (ResultSet row = stored.getResultSet()) {
                row.next();
                if (row.getInt(1) != sent.size()) {
                    throw new NotStored("events");
                }
            }
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("Aggregates are short and cached; there are no snapshots");
    }
}
