package org.preventionnetwork.registry.command.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Axon as it really is configured, with Spring Boot's own auto-configuration, on PostgreSQL. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.update-check.disabled=true",
            "axon.timeout.enabled=false",
            "registry.command.idle-transaction-timeout=3s",
            "spring.datasource.hikari.connection-init-sql=SET application_name = 'kept'"
        })
class AxonOnPostgresTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.preventionnetwork.registry.command.clock",
                "org.preventionnetwork.registry.command.infrastructure",
                "org.preventionnetwork.registry.command.ledger",
                "org.preventionnetwork.registry.personal"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Endpoint"))
    static class Application {}

    record Happened(int number) {}

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private EventStorageEngine engine;

    @Autowired
    private EventStore events;

    @Autowired
    private Serializer serializer;

    @Autowired
    private Cache aggregateCache;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DataSource pool;

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws SQLException {
        registry.add("registry.data", data::toString);
        TestDatabase database = TestDatabase.empty();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void its_transactions_are_springs() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine).isInstanceOf(RegistryEventStorageEngine.class);
        assertThat(aggregateCache).isInstanceOf(AggregateCache.class);
    }

    @Test
    void events_of_a_unit_of_work_that_rolls_back_are_not_stored() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        events.publish(event("rolled-back", 0));
        unit.onPrepareCommit(last -> {
            throw new IllegalStateException("refused at the last moment");
        });
        assertThatThrownBy(unit::commit).isInstanceOf(IllegalStateException.class);
        assertThat(events.readEvents("rolled-back").hasNext()).isFalse();
    }

    @Test
    void the_same_aggregate_created_twice_is_told_apart_from_a_broken_database() {
        engine.appendEvents(event("twice", 0));
        assertThatThrownBy(() -> engine.appendEvents(event("twice", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("twice", 1), event("twice", 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void events_come_back_as_they_were_stored() {
        engine.appendEvents(event("kept", 0), event("kept", 1));
        List<Integer> numbers = events.readEvents("kept")
                .asStream()
                .map(message -> ((Happened) message.getPayload()).number())
                .toList();
        assertThat(numbers).containsExactly(0, 1);
        assertThat(events.lastSequenceNumberFor("kept")).contains(1L);
        assertThat(database.queryForObject(
                        "SELECT pg_typeof(payload)::text FROM events.domainevententry LIMIT 1", String.class))
                .isEqualTo("bytea");
    }

    @Test
    void a_commit_wakes_the_sequencer() {
        transactions.executeInTransaction(() -> {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            events.publish(event("woken", 0));
            unit.commit();
        });
        await().until(() ->
                database.queryForObject("SELECT count(*) FROM ledger.entry WHERE aggregate_id = 'woken'", Long.class)
                        == 1);
    }

    @Test
    void a_replay_token_survives_being_stored() {
        TrackingToken token = ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(0), new Happened(1));
        TrackingToken read = serializer.deserialize(serializer.serialize(token, byte[].class));
        assertThat(read).isEqualTo(token);
    }

    @Test
    void a_forgotten_transaction_holds_the_ledger_up_only_until_the_database_ends_it() throws SQLException {
        try (Connection forgotten = pool.getConnection()) {
            forgotten.setAutoCommit(false);
            try (Statement statement = forgotten.createStatement()) {
                statement.execute("INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, "
                        + "sequencenumber, timestamp, payloadtype, payload, metadata) "
                        + "VALUES ('forgotten', 'forgotten', 0, '2026-01-01T00:00:00Z', 'Forgotten', '', '')");
            }
            engine.appendEvents(event("behind", 0));
            assertThat(inLedger("behind")).isZero();
            await().atMost(Duration.ofMinutes(2)).until(() -> inLedger("behind") == 1);
            assertThatThrownBy(forgotten::commit).isInstanceOf(SQLException.class);
            assertThat(inLedger("forgotten")).isZero();
        }
    }

    @Test
    void what_else_is_set_for_the_sessions_of_the_pool_stays() {
        assertThat(database.queryForObject("SHOW application_name", String.class))
                .isEqualTo("kept");
        assertThat(database.queryForObject("SHOW idle_in_transaction_session_timeout", String.class))
                .isEqualTo("3s");
    }

    private long inLedger(String aggregate) {
        Long found = database.queryForObject(
                "SELECT count(*) FROM ledger.entry WHERE aggregate_id = ?", Long.class, aggregate);
        return found == null ? 0 : found;
    }

    private static DomainEventMessage<Happened> event(String aggregate, int sequence) {
        return new GenericDomainEventMessage<>("Test", aggregate, sequence, new Happened(sequence));
    }
}
