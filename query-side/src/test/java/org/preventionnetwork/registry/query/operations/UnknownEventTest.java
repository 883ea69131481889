package org.preventionnetwork.registry.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.projection.engine.Tally;
import org.preventionnetwork.registry.query.projection.engine.TallyProjection;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class UnknownEventTest {
    private TestRegistry registry;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, TallyProjection.make());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private ProjectionsHealth health() {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        Operations operations = new Operations(registry.jdbc);
        return new ProjectionsHealth(
                new ProjectionWatch(operations, registry.positions, 1_000, clock), operations, Duration.ofSeconds(30));
    }

    private long position() {
        return new Operations(registry.jdbc).versions().get(0).position();
    }

    private List<Integer> counts() {
        return registry.client()
                .sql("SELECT count FROM read.tally ORDER BY known_from")
                .query(Integer.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.StateVanished {}",
                "test.FactCorrected {\"entity\":\"asia\",\"factId\":\"fact-2\",\"correctionKind\":\"CLERICAL_ERROR\","
                        + "\"replacement\":{\"event\":\"network.StateVanished\",\"revision\":\"1\",\"fact\":{}}}"
            })
    void an_event_that_nobody_can_read_stops_the_processor_and_takes_health_down(String unknown) {
        registry.record(Tally.counted("africa", 1));
        registry.caughtUp();
        int space = unknown.indexOf(' ');
        long stopped = registry.store(new TestRegistry.Stored(
                "network:asia", unknown.substring(0, space), "1", unknown.substring(space + 1)));
        registry.record(Tally.counted("africa", 3));
        ProjectionsHealth health = health();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        await().during(Duration.ofSeconds(1)).until(() -> position() < stopped);
        now.set(now.get().plusSeconds(31));
        Health down = health.health();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getDetails())
                .containsEntry("tallies_v1", "stands at 1 for 31 s, 2 events behind")
                .containsEntry("deadLetters", 0);
        assertThat(counts()).containsExactly(1);
    }

    @Test
    void nothing_is_lost_once_a_version_is_started_that_knows_the_event() throws SQLException {
        registry.close();
        registry = TestRegistry.with(RegistrySerializer.standard(), NoOpEventUpcaster.INSTANCE, TallyProjection.make());
        registry.store(new TestRegistry.Stored(
                "network:asia", "test.Counted", "2", "{\"entity\":\"asia\",\"factId\":\"fact-7\",\"count\":7}"));
        registry.store(new TestRegistry.Stored(
                "network:asia", "test.Counted", "2", "{\"entity\":\"asia\",\"factId\":\"fact-8\",\"count\":8}"));
        await().during(Duration.ofMillis(500)).until(() -> position() == 0);
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, TallyProjection.make());
        registry.caughtUp();
        assertThat(counts()).containsExactly(7, 8);
    }
}
