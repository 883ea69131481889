package org.preventionnetwork.registry.query.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.TestDatabase;
import org.preventionnetwork.registry.testing.TestRun;

class LedgerMessageSourceTest {
    private static final int BATCH = 7;

    private TestDatabase database;
    private HikariDataSource connections;
    private LedgerScribe scribe;
    private LedgerHead head;
    private LedgerReader reader;
    private LedgerPositions positions;
    private LedgerMessageSource source;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.migrated();
        connections = database.pool();
        scribe = new LedgerScribe(database);
        head = new LedgerHead(connections, Duration.ofMillis(50));
        head.start();
        reader = reader(NoOpEventUpcaster.INSTANCE);
        positions = new LedgerPositions(connections);
        source = new LedgerMessageSource(reader, positions, head);
    }

    @AfterEach
    void close() {
        head.stop();
        connections.close();
    }

    @Test
    void streams_every_event_once_in_the_order_of_the_ledger() throws Exception {
        scribe.write(1, 30);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThat(take(stream, 30))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 30).boxed().toList());
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    /** As Axon's coordinator does: a task that ends asks for more while the next one takes. */
    @Test
    void streams_every_event_once_also_while_others_ask_whether_there_is_more() throws Exception {
        int events = TestRun.of(150, 600);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> {
                    while (!done.get()) {
                        stream.hasNextAvailable();
                    }
                });
            }
            Future<List<Integer>> taken = threads.submit(() -> take(stream, events));
            // Whoever cannot write fails here; nobody would wait for what never comes.
            scribe.write(1, events);
            assertThat(taken.get(TestRun.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, events).boxed().toList());
            assertThat(stream.hasNextAvailable()).isFalse();
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void goes_on_after_the_position_of_a_token() throws Exception {
        scribe.write(1, 10);
        TrackingToken fifth = new GlobalSequenceTrackingToken(5);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(fifth)) {
            assertThat(take(stream, 5)).containsExactly(6, 7, 8, 9, 10);
        }
    }

    @Test
    void goes_on_after_the_position_of_a_token_in_replay() throws Exception {
        scribe.write(1, 3);
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(3), new GlobalSequenceTrackingToken(1));
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(replay)) {
            assertThat(take(stream, 2)).containsExactly(2, 3);
        }
    }

    @Test
    void refuses_a_token_of_another_source() {
        assertThatThrownBy(() -> source.openStream(GapAwareTrackingToken.newInstance(3, List.of(2L))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_waiting_reader_is_woken_by_a_new_event() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            scribe.write(1, 1);
            assertThat(stream.hasNextAvailable(2, TimeUnit.MINUTES)).isTrue();
            assertThat(take(stream, 1)).containsExactly(1);
        }
    }

    @Test
    void the_callback_is_called_at_once_and_for_every_growth_until_the_stream_is_closed() throws Exception {
        AtomicInteger called = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::incrementAndGet)).isTrue();
            assertThat(called).hasValue(1);
            scribe.write(1, 1);
            await().until(() -> called.get() == 2);
        }
        scribe.write(2, 2);
        await().until(() -> head.position() == 2);
        assertThat(called).hasValue(2);
    }

    @Test
    void goes_on_watching_after_its_session_was_killed() throws Exception {
        scribe.write(1, 1);
        await().until(() -> head.position() == 1);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
        scribe.write(2, 2);
        await().until(() -> head.position() == 2);
    }

    @Test
    void goes_on_when_a_crash_took_back_the_last_positions_and_they_are_given_again() throws Exception {
        scribe.write(1, 9);
        await().until(() -> head.position() == 9);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(new GlobalSequenceTrackingToken(4));
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    ALTER TABLE ledger.entry DISABLE TRIGGER never_changed;
                    CREATE TABLE lost AS SELECT * FROM ledger.entry WHERE position > 4;
                    DELETE FROM ledger.entry WHERE position > 4;
                    UPDATE ledger.state SET last_position = 4;
                    """);
            assertThat(stream.hasNextAvailable()).isFalse();
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
            await().until(() -> head.position() == 4);
            statement.execute("INSERT INTO ledger.entry SELECT * FROM lost");
            statement.execute("UPDATE ledger.state SET last_position = 9");
            for (long position = 5; position <= 9; position++) {
                assertThat(stream.nextAvailable().trackingToken().position()).hasValue(position);
            }
        }
    }

    @Test
    void a_message_carries_position_known_at_and_its_own_metadata() throws Exception {
        Instant knownAt = Instant.parse("2026-03-04T05:06:07.123456Z");
        scribe.write(1, knownAt);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            LedgerEvent event = LedgerEvent.of(message);
            assertThat(event.position()).isEqualTo(1);
            assertThat(event.knownAt()).isEqualTo(knownAt);
            assertThat(message.getMetaData())
                    .containsEntry("actor", "local")
                    .containsEntry(LedgerEvent.KNOWN_AT, knownAt);
        }
    }

    @Test
    void tail_and_head_tokens_are_the_ends_of_the_ledger() throws Exception {
        assertThat(source.createHeadToken()).isEqualTo(source.createTailToken());
        scribe.write(1, 4);
        assertThat(source.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(source.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
    }

    @Test
    void a_token_at_an_instant_stands_before_what_became_known_then() throws Exception {
        Instant first = Instant.parse("2026-01-01T00:00:01Z");
        scribe.write(1, 3);
        assertThat(source.createTokenAt(first)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(source.createTokenAt(first.plusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(source.createTokenAt(first.plusSeconds(99))).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void positions_and_instants_translate_into_each_other() throws Exception {
        Instant first = Instant.parse("2026-01-01T00:00:01Z");
        scribe.write(1, 2);
        scribe.write(3, first.plusSeconds(1));
        assertThat(positions.positionAt(first.minusMillis(1))).isZero();
        assertThat(positions.positionAt(first)).isEqualTo(1);
        assertThat(positions.positionAt(first.plusSeconds(1))).isEqualTo(3);
        assertThat(positions.knownAt(2)).contains(first.plusSeconds(1));
        assertThat(positions.knownAt(4)).isEmpty();
        assertThat(positions.positionOf("network:2", 0)).hasValue(2);
        assertThat(positions.positionOf("network:2", 1)).isEmpty();
        assertThat(positions.head()).isEqualTo(3);
    }

    @Test
    void the_reader_reads_a_stretch_in_batches() throws Exception {
        scribe.write(1, 30);
        assertThat(reader.read(3, 21).map(LedgerEvent::position))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(4, 21).mapToObj(Long::valueOf).toList());
        assertThat(reader.read(0, Long.MAX_VALUE)).hasSize(30);
        assertThat(reader.read(30, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void the_reader_reads_one_entity_after_the_other() throws Exception {
        scribe.write(1, 30);
        List<LedgerEvent> read = reader.readByEntity(21).toList();
        assertThat(read)
                .extracting(LedgerEvent::position)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 21).boxed().toList());
        assertThat(read)
                .extracting(at -> ((DomainEventMessage<?>) at.message()).getAggregateIdentifier())
                .isSorted();
        assertThat(reader.readByEntity(0)).isEmpty();
        assertThatThrownBy(() -> reader.readByEntity(31).toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("up to position 31 there are 30");
    }

    @Test
    void a_hole_in_the_ledger_is_an_error_and_never_passed_over() throws Exception {
        scribe.write(1, 2);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE ledger.state SET last_position = 3");
        }
        scribe.write(3, 3);
        assertThatThrownBy(() -> reader.read(0, Long.MAX_VALUE).toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position 4 follows 2");
    }

    @Test
    void an_upcaster_that_drops_events_does_not_stop_the_stream() throws Exception {
        scribe.write(1, 20);
        LedgerReader dropping = reader(events -> events.filter(
                event -> event.getTrackingToken().orElseThrow().position().orElseThrow() > 17));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                new LedgerMessageSource(dropping, positions, head).openStream(null)) {
            assertThat(take(stream, 3)).containsExactly(18, 19, 20);
        }
    }

    @Test
    void an_upcaster_that_doubles_events_keeps_their_position() throws Exception {
        scribe.write(1, 2);
        LedgerReader doubling = reader(events -> events.flatMap(event -> Stream.of(event, event)));
        assertThat(doubling.read(0, 2).map(LedgerEvent::position)).containsExactly(1L, 1L, 2L, 2L);
    }

    @Test
    void feeds_a_pooled_processor_one_event_after_the_other() throws Exception {
        scribe.write(1, 5);
        List<Integer> handled = new CopyOnWriteArrayList<>();
        PooledStreamingEventProcessor processor = processor(handled);
        processor.start();
        try {
            await().untilAsserted(() -> assertThat(handled).containsExactly(1, 2, 3, 4, 5));
            for (int number = 6; number <= 15; number++) {
                scribe.write(number, number);
                int expected = number;
                await().pollInterval(Duration.ofMillis(2)).until(() -> handled.size() == expected);
            }
        } finally {
            processor.shutDown();
        }
    }

    private PooledStreamingEventProcessor processor(List<Integer> handled) {
        return PooledStreamingEventProcessor.builder()
                .name("noted")
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(1)
                .coordinatorExecutor(Executors.newSingleThreadScheduledExecutor())
                .workerExecutor(Executors.newSingleThreadScheduledExecutor())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new NotedHandler(handled))
                        .build())
                .build();
    }

    record NotedHandler(List<Integer> handled) {

        @EventHandler
        void on(LedgerScribe.Noted noted, @MetaDataValue(LedgerEvent.KNOWN_AT) Instant knownAt) {
            assertThat(knownAt).isNotNull();
            handled.add(noted.number());
        }
    }

    private LedgerReader reader(EventUpcaster upcasters) {
        return new LedgerReader(connections, Jackson3Serializer.builder().build(), upcasters, BATCH);
    }

    private static List<Integer> take(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(((LedgerScribe.Noted) stream.nextAvailable().getPayload()).number());
        }
        return numbers;
    }
}
