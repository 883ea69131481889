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
            // 13 is the one that the database refuses.
            registry.record(counted("network-" + count % 7, count == 13 ? 1_013 : count));
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

    /** The rows of whoever can write to the database, in what is answered from and in what the check goes by. */
    @Test
    void nothing_that_is_answered_from_escapes_by_what_somebody_wrote_beside_it() throws Exception {
        String of3 = " FROM tallies_v1.tally WHERE entity = 'network:network-3'";
        registry.jdbc.execute("CREATE TABLE kept AS SELECT entity, known_from, count FROM tallies_v1.tally");
        String shown = "CREATE OR REPLACE VIEW read.tally AS SELECT * FROM ";
        String show = shown + "tallies_v1.tally";
        String putBack =
                "DELETE FROM tallies_v1.tally; INSERT INTO tallies_v1.tally (entity, known_from, count) TABLE kept;"
                        + " DELETE FROM operations.skipped; DELETE FROM operations.dead_letter";
        meddled(shown + "tallies_v1.tally WHERE count <> 7", show);
        meddled(
                shown
                        + "tallies_v1.tally WHERE count <> 7 OR current_setting('transaction_isolation') <> 'read committed'",
                show);
        meddled("CREATE TABLE another AS TABLE tallies_v1.tally; " + shown + "another", show);
        meddled(shown + "tallies_v1.tally UNION ALL SELECT 'network:none', NULL, 1, 2", show);
        meddled(
                "ALTER TABLE tallies_v1.tally ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE tallies_v1.tally DISABLE ROW LEVEL SECURITY");
        meddled("CREATE TABLE more () INHERITS (tallies_v1.tally)", "DROP TABLE more");
        meddled("INSERT INTO tallies_v1.tally VALUES ('network:network-3', 100000, 5)", putBack);
        meddled("INSERT INTO tallies_v1.tally VALUES ('network:network-3', 0, 5)", putBack);

        Outcome skipped = meddled(
                "INSERT INTO operations.skipped VALUES ('tallies', 1, 'network:network-3', 4); DELETE" + of3, putBack);
        assertThat(skipped.unchecked())
                .containsExactly("1 events of tallies are left out of what answers, those of these positions: 4");
        meddled("INSERT INTO operations.skipped VALUES ('tallies', 1, 'network:network-3', 4)", putBack);
        String parked =
                "INSERT INTO operations.dead_letter (projection, version, entity, position, event_name, error_code)"
                        + " VALUES ('tallies', 1, 'network:network-3', %d, 'test.Counted', 'none'); DELETE" + of3;
        Outcome late = meddled(parked.formatted(100), putBack);
        assertThat(late.findings())
                .singleElement()
                .extracting(Finding::position)
                .isEqualTo(4L);
        registry.jdbc.execute(parked.formatted(4));
        Outcome early = checked();
        assertThat(early.findings()).isEmpty();
        assertThat(early.unchecked())
                .containsExactly(
                        "1 entities of tallies are parked and lack what was recorded from these positions on: 4");
        registry.jdbc.execute(putBack);
        assertThat(checked().isSound()).isTrue();

        meddled(
                "ALTER TABLE tallies_v1.tally ALTER twice DROP EXPRESSION;"
                        + " UPDATE tallies_v1.tally SET twice = 0 WHERE count = 7",
                "UPDATE tallies_v1.tally SET twice = count * 2");
        meddled(
                "ALTER TABLE tallies_v1.tally ALTER entity DROP NOT NULL;"
                        + " INSERT INTO tallies_v1.tally VALUES (NULL, 5000, 5, 10)",
                "DELETE FROM tallies_v1.tally WHERE entity IS NULL");
    }

    private Outcome meddled(String deed, String undo) throws Exception {
        registry.jdbc.execute(deed);
        Outcome outcome = checked();
        registry.jdbc.execute(undo);
        assertThat(outcome.findings()).as(deed).isNotEmpty().allSatisfy(finding -> assertThat(finding.code())
                .isEqualTo("PROJECTION_DIFFERS"));
        return outcome;
    }

    @Test
    void what_an_administrator_left_out_is_named_and_all_else_of_it_is_compared() throws Exception {
        registry.record(counted("network-3", 13));
        registry.record(counted("network-3", 14));
        registry.caughtUp();
        assertThat(checked().unchecked()).singleElement().asString().endsWith("from these positions on: 201");
        assertThat(registry.deadLetters.evict(operations.deadLetters().get(0).id()))
                .contains(true);
        Outcome outcome = checked();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.unchecked())
                .containsExactly("1 events of tallies are left out of what answers, those of these positions: 201");
        registry.jdbc.update("DELETE FROM tallies_v1.tally WHERE known_from = 202");
        assertThat(checked().findings()).extracting(Finding::position).containsExactly(202L);
    }
}
