package org.preventionnetwork.registry.command.infrastructure;

import static org.axonframework.common.DateTimeUtils.formatInstant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.clock.RecordingClock;
import org.preventionnetwork.registry.command.ledger.EventSeal;

/**
 * Axon's JDBC engine, with a seal on every event; and without snapshots, which saves every load of an aggregate one
 * query to a table that stays empty.
 */
final class RegistryEventStorageEngine extends JdbcEventStorageEngine {
    private static final String APPEND =
            """
            INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                payloadtype, payloadrevision, payload, metadata, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final String storeId;
    private final EventSeal seal;
    private final RecordingClock clock;
    private final Timer time;

    /**
     * @param storeId the ledger's name for this store, see {@code ledger.state}
     * @param clock refuses events while it is in doubt; no way to record leads past here
     */
    RegistryEventStorageEngine(
            Builder builder, String storeId, EventSeal seal, RecordingClock clock, MeterRegistry meters) {
        super(builder);
        this.time = Timer.builder("registry.events.append")
                .description("Storing the events of one command, before its transaction is committed")
                .register(meters);
        this.clock = clock;
        this.storeId = storeId;
        this.seal = seal;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        time.record(() -> super.appendEvents(events, serializer));
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(APPEND);
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
        }
        return statement;
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
