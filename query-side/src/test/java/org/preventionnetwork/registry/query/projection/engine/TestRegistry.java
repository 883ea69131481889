package org.preventionnetwork.registry.query.projection.engine;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.PersonalCipher;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.query.TestDatabase;
import org.preventionnetwork.registry.query.infrastructure.LedgerHead;
import org.preventionnetwork.registry.query.infrastructure.LedgerMessageSource;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An event store on real PostgreSQL with its ledger, and projections that real processors keep up with it. */
public final class TestRegistry implements AutoCloseable {
    private static final String STORE =
            """
            WITH event AS (
                INSERT INTO events.domainevententry AS written (eventidentifier, aggregateidentifier, sequencenumber, type,
                    timestamp, payloadtype, payloadrevision, payload, metadata)
                VALUES (?, ?, ?, 'Aggregate', ?, ?, ?, ?, ?)
                RETURNING globalindex, eventidentifier, aggregateidentifier, sequencenumber,
                    ledger.leaf_hash((SELECT store_id FROM ledger.state), written) AS leaf_hash),
            state AS (
                UPDATE ledger.state SET last_position = last_position + 1, floor = (SELECT globalindex FROM event)
                RETURNING last_position)
            INSERT INTO ledger.entry
                (position, global_index, event_id, aggregate_id, sequence_number, known_at, leaf_hash)
            SELECT last_position, globalindex, eventidentifier, aggregateidentifier, sequencenumber, ?::timestamptz,
                   leaf_hash
            FROM event, state
            """;

    private final TestDatabase database;
    private final HikariDataSource source;
    private final Serializer serializer;
    private final Map<String, Long> versions = new HashMap<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
    private final LedgerHead head;
    private long position;
    private Serializer writing;

    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final LedgerReader ledger;
    public final LedgerPositions positions;
    public final EntityHistory history;
    public final Projections projections;
    public final Rebuild rebuild;
    public final DeadLetters deadLetters;

    private TestRegistry(
            TestDatabase database,
            Serializer serializer,
            EventUpcaster upcasters,
            List<Projection> all,
            Duration lease) {
        this.database = database;
        this.serializer = serializer;
        this.writing = serializer;
        source = database.pool();
        jdbc = new JdbcTemplate(source);
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        ledger = new LedgerReader(source, serializer, upcasters, 2_000);
        positions = new LedgerPositions(source);
        head = new LedgerHead(source, Duration.ofMillis(20));
        RecordedEvents recorded = new RecordedEvents(ledger);
        history = recorded;
        rebuild = new Rebuild(jdbc, transaction, ledger, positions, recorded, 5_000, lease);
        ProjectionProcessors processors = new ProjectionProcessors(
                new LedgerMessageSource(ledger, positions, head),
                JdbcTokenStore.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(source))
                        .schema(TokenSchema.builder()
                                .setTokenTable("operations.tokenentry")
                                .build())
                        .serializer(serializer)
                        .nodeId(java.util.UUID.randomUUID().toString())
                        .build(),
                new SpringTransactionManager(transactions),
                jdbc,
                recorded,
                threads,
                threads,
                1_000);
        projections = new Projections(all, jdbc, transaction, positions, processors, rebuild);
        deadLetters = new DeadLetters(projections, jdbc, transaction, recorded);
    }

    /** Starts with an empty store. */
    public static TestRegistry with(Projection... projections) throws SQLException {
        return with(RegistrySerializer.standard(), NoOpEventUpcaster.INSTANCE, projections);
    }

    /** Starts with an empty store whose events are read in another way. */
    public static TestRegistry with(Serializer serializer, EventUpcaster upcasters, Projection... projections)
            throws SQLException {
        return new TestRegistry(
                        TestDatabase.migrated(), serializer, upcasters, List.of(projections), Duration.ofMinutes(1))
                .started();
    }

    /** Stops, and starts anew on the same database. */
    public TestRegistry restarted(Projection... newProjections) {
        return restarted(serializer, NoOpEventUpcaster.INSTANCE, newProjections);
    }

    /** Stops, and starts anew on the same database, reading events in another way. */
    public TestRegistry restarted(Serializer other, EventUpcaster upcasters, Projection... newProjections) {
        close();
        TestRegistry next =
                new TestRegistry(database, other, upcasters, List.of(newProjections), Duration.ofMinutes(1));
        next.versions.putAll(versions);
        next.position = position;
        return next.started();
    }

    /** Another node on the same database, with a lease of a second. */
    TestRegistry beside(Projection... others) {
        Duration second = Duration.ofSeconds(1);
        return new TestRegistry(database, serializer, NoOpEventUpcaster.INSTANCE, List.of(others), second).started();
    }

    private TestRegistry started() {
        head.start();
        projections.start();
        return this;
    }

    public DataSource dataSource() {
        return source;
    }

    /** For whoever connects by himself. */
    public String url() {
        return database.url();
    }

    /** From now on events are stored as the application stores them, with what is personal sealed. */
    public TestRegistry sealing(PersonalCipher cipher) {
        writing = RegistrySerializer.sealing(cipher);
        return this;
    }

    public LedgerHead head() {
        return head;
    }

    public JdbcClient client() {
        return JdbcClient.create(jdbc);
    }

    /** @return the event's position */
    public long record(RegistryEvent event) {
        return record(event, Map.of("actor", "local", "role", "SECRETARIAT"));
    }

    public long record(RegistryEvent event, Map<String, ?> metadata) {
        return record(event, metadata, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(position));
    }

    public long record(RegistryEvent event, Map<String, ?> metadata, Instant knownAt) {
        recordAll(List.of(event), metadata, knownAt);
        return position;
    }

    /** In one transaction. */
    public void recordAll(List<? extends RegistryEvent> events, Map<String, ?> metadata, Instant knownAt) {
        List<Stored> stored = new ArrayList<>();
        for (RegistryEvent event : events) {
            SerializedObject<byte[]> payload = writing.serialize(event, byte[].class);
            stored.add(new Stored(
                    event.entity().aggregateId(),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    payload.getData()));
        }
        store(stored, metadata, knownAt);
    }

    /** An event as it lies in the store, which this version may not be able to read. */
    public record Stored(String entity, String type, String revision, byte[] payload) {
        public Stored(String entity, String type, String revision, String payload) {
            this(entity, type, revision, payload.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @return the event's position */
    public long store(Stored event) {
        store(
                List.of(event),
                Map.of("actor", "local"),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(position));
        return position;
    }

    private synchronized void store(List<Stored> events, Map<String, ?> metadata, Instant knownAt) {
        SerializedObject<byte[]> meta = serializer.serialize(MetaData.from(metadata), byte[].class);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            connection.setAutoCommit(false);
            for (Stored event : events) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.setString(2, event.entity());
                statement.setLong(3, versions.merge(event.entity(), 1L, Long::sum) - 1);
                statement.setString(4, knownAt.toString());
                statement.setString(5, event.type());
                statement.setString(6, event.revision());
                statement.setBytes(7, event.payload());
                statement.setBytes(8, meta.getData());
                statement.setString(9, knownAt.toString());
                statement.execute();
                position++;
            }
            connection.createStatement().execute("NOTIFY registry_ledger");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every served projection has brought in all that was recorded. */
    public TestRegistry caughtUp() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    List<Long> reached = new ArrayList<>();
                    new Operations(jdbc)
                            .versions().stream()
                                    .filter(row -> row.state().equals("LIVE"))
                                    .forEach(row -> reached.add(row.position()));
                    return reached.stream().allMatch(reachedPosition -> reachedPosition >= position);
                });
        return this;
    }

    /**
     * Makes a projection anew, entity by entity.
     *
     * @return the new version's state: LIVE when its rows are those that were made event by event
     */
    public String rebuilt(Projection projection) {
        int version = rebuild.request(projection);
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> new Operations(jdbc)
                                .versions().stream()
                                        .filter(row -> row.name().equals(projection.name()) && row.version() == version)
                                        .map(Operations.VersionRow::state)
                                        .findFirst()
                                        .orElse("GONE"),
                        state -> !state.equals("BUILDING") && !state.equals("CATCHING_UP"));
    }

    @Override
    public void close() {
        projections.stop();
        head.stop();
        threads.shutdownNow();
        // What it left may still be looked at.
        source.getHikariPoolMXBean().softEvictConnections();
    }
}
