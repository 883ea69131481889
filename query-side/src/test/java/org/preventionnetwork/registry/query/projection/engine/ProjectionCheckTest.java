package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;

/** Comparing projections with the events while everything else goes on, on two nodes. */
class ProjectionCheckTest {
    private final Tallies tallies = new Tallies();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private TestRegistry registry;
    private Rebuild otherNode;
    private Operations operations;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        operations = new Operations(registry.jdbc);
        otherNode = new Rebuild(
                registry.jdbc,
                registry.transaction,
                registry.ledger,
                registry.positions,
                new RecordedEvents(registry.ledger),
                50,
                Duration.ofMinutes(1));
        otherNode.start(() -> {});
        for (int count = 0; count < 200; count++) {
            registry.record(counted("network-" + count % 7, count));
        }
        registry.caughtUp();
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        tallies.gate.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        otherNode.stop();
        registry.close();
    }

    private ProjectionCheck check(Rebuild node, Duration patience) {
        return new ProjectionCheck(
                registry.projections,
                registry.jdbc,
                registry.transaction,
                registry.ledger,
                new RecordedEvents(registry.ledger),
                node,
                50,
                patience);
    }

    private Outcome checked() throws InterruptedException {
        return check(registry.rebuild, Duration.ofSeconds(30)).run(registry.positions.head());
    }

    private List<String> leftBehind() {
        return registry.client()
                .sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tallies\\_v0%'"
                        + " UNION SELECT state FROM operations.projection WHERE state = 'CHECKING'")
                .query(String.class)
                .list();
    }

    private Future<?> meanwhile(Runnable work) {
        return threads.submit(() -> {
            while (!over.get()) {
                work.run();
            }
        });
    }

    @Test
    void two_nodes_check_at_once_while_others_record_and_versions_take_each_others_place() throws Exception {
        List<Future<?>> others = new ArrayList<>();
        others.add(meanwhile(() -> registry.record(counted("network-3", 1_000))));
        others.add(meanwhile(() -> registry.rebuilt(tallies.projection())));
        others.add(threads.submit(() -> {
            for (int i = 0; i < 4; i++) {
                assertThat(check(otherNode, Duration.ofSeconds(30)).run(registry.positions.head()))
                        .satisfies(outcome -> assertThat(outcome.findings()).isEmpty())
                        .satisfies(outcome -> assertThat(outcome.unchecked()).isEmpty());
            }
            return null;
        }));
        for (int i = 0; i < 4; i++) {
            Outcome outcome = checked();
            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.unchecked()).isEmpty();
        }
        others.get(2).get();
        over.set(true);
        for (Future<?> other : others) {
            other.get();
        }
        assertThat(operations.versions())
                .filteredOn(row -> row.state().equals("LIVE"))
                .singleElement()
                .satisfies(row -> assertThat(row.version()).isGreaterThan(1));
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void what_was_meddled_with_is_found_while_others_record() throws Exception {
        meanwhile(() -> registry.record(counted("network-3", 1_000)));
        registry.jdbc.update("UPDATE read.tally SET count = count + 1 WHERE known_from = 20");
        Outcome outcome = checked();
        assertThat(outcome.unchecked()).isEmpty();
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PROJECTION_DIFFERS");
            assertThat(finding.position()).isEqualTo(20);
        });
        over.set(true);
        registry.projections.stop();
        otherNode.stop();
        Rebuild alone = registry.rebuild;
        alone.start(() -> {});
        registry.jdbc.execute("DROP TABLE tallies_v1.tally CASCADE");
        assertThat(check(alone, Duration.ZERO).run(200).findings())
                .extracting(Finding::code)
                .containsExactly("PROJECTION_MISSING");
        alone.stop();
    }

    @Test
    void what_stands_still_or_cannot_be_read_is_unchecked_and_what_a_check_left_behind_is_dropped() throws Exception {
        registry.projections.stop();
        registry.rebuild.start(() -> {});
        registry.record(counted("network-3", 1_000));
        registry.jdbc.execute("CREATE SCHEMA tallies_v0");
        registry.jdbc.update("INSERT INTO operations.projection (name, version, shape, state)"
                + " VALUES ('tallies', 0, 1, 'CHECKING'), ('tallies', -77, 1, 'CHECKING')");
        registry.jdbc.execute("CREATE SCHEMA tallies_v0_77");
        Outcome stands = check(registry.rebuild, Duration.ZERO).run(201);
        assertThat(stands.findings()).isEmpty();
        assertThat(stands.unchecked()).containsExactly("tallies answers only up to position 200 of 201");
        assertThat(leftBehind()).isEmpty();

        registry.jdbc.update("UPDATE operations.projection SET shape = 2");
        assertThat(check(registry.rebuild, Duration.ZERO).run(200).unchecked())
                .containsExactly("tallies is still being made in a new shape");

        Outcome beyond = check(registry.rebuild, Duration.ZERO).run(1_000);
        assertThat(beyond.findings()).isEmpty();
        assertThat(beyond.unchecked()).isNotEmpty();
        registry.rebuild.stop();
    }

    @Test
    void an_entity_that_this_run_alone_cannot_bring_in_is_unchecked_and_not_passed_over() throws Exception {
        tallies.thrownAt.add(5);
        Outcome outcome = checked();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.unchecked()).containsExactly("1 entities of tallies could not be made again");
    }
}
