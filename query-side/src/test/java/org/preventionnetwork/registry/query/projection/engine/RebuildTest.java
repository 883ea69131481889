package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {
    private final Tallies tallies = new Tallies();
    /** The pool that futures share has one thread on two processors. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private TestRegistry registry;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
    }

    @AfterEach
    void stop() {
        tallies.gate.countDown();
        threads.shutdownNow();
        registry.close();
    }

    private void record(int from, int to) {
        for (int count = from; count <= to; count++) {
            registry.record(counted("network-" + count % 7, count));
        }
    }

    private String stateOf(int version) {
        return new Operations(registry.jdbc)
                .versions().stream()
                        .filter(row -> row.version() == version)
                        .map(Operations.VersionRow::state)
                        .findFirst()
                        .orElse("GONE");
    }

    private void awaitState(int version, String state) {
        await().atMost(Duration.ofMinutes(2)).until(() -> stateOf(version).equals(state));
    }

    private long shown() {
        return registry.client()
                .sql("SELECT count(*) FROM read.tally")
                .query(Long.class)
                .single();
    }

    private String shownVersion() {
        return registry.client()
                .sql("SELECT definition FROM pg_views WHERE schemaname = 'read' AND viewname = 'tally'")
                .query(String.class)
                .single()
                .replaceAll("(?s).*FROM (\\w+)\\..*", "$1");
    }

    @Test
    void the_old_version_answers_until_an_equal_new_one_takes_its_place() throws Exception {
        record(20, 520);
        registry.caughtUp();
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> writer = threads.submit(() -> {
            int count = 1_000;
            while (!done.get()) {
                registry.record(counted("network-" + count % 7, count++));
            }
            return count;
        });
        Future<List<Long>> reader = threads.submit(() -> {
            List<Long> seen = new ArrayList<>();
            while (!done.get()) {
                seen.add(shown());
            }
            return seen;
        });
        int version = registry.rebuild.request(tallies.projection());
        assertThat(version).isEqualTo(2);
        awaitState(2, "LIVE");
        assertThat(stateOf(1)).isEqualTo("RETIRED");
        done.set(true);
        int last = writer.get();
        assertThat(reader.get()).isNotEmpty().allMatch(rows -> rows >= 501);
        registry.caughtUp();
        assertThat(shownVersion()).isEqualTo("tallies_v2");
        assertThat(shown()).isEqualTo(501 + last - 1_000);
        Schemas schemas = new Schemas(registry.jdbc);
        ProjectionVersion old = new ProjectionVersion(tallies.projection(), 1);
        ProjectionVersion now = new ProjectionVersion(tallies.projection(), 2);
        assertThat(schemas.checksums(now.projection(), Schemas.tablesOf(now), 501, Map.of(), 7))
                .isEqualTo(schemas.checksums(old.projection(), Schemas.tablesOf(old), 501, Map.of(), 7));
    }

    @Test
    void what_a_processor_still_writes_is_waited_for_and_not_crossed() throws Exception {
        record(20, 40);
        registry.caughtUp();
        assertThat(registry.rebuilt(tallies.projection())).isEqualTo("LIVE");
        try (Connection processor = registry.dataSource().getConnection();
                Statement statement = processor.createStatement()) {
            processor.setAutoCommit(false);
            // Its token comes first, its version's row when the batch is written.
            assertThat(statement
                            .executeQuery(
                                    "SELECT FROM operations.tokenentry WHERE processorname = 'tallies_v1' FOR UPDATE")
                            .next())
                    .isTrue();
            Future<Integer> next = threads.submit(() -> registry.rebuild.request(tallies.projection()));
            await().until(() -> registry.client()
                    .sql(
                            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND wait_event_type = 'Lock' AND query LIKE '%operations.tokenentry WHERE processorname%')")
                    .query(Boolean.class)
                    .single());
            statement.execute("SELECT FROM operations.projection WHERE name = 'tallies' AND version = 1 FOR UPDATE");
            processor.commit();
            assertThat(next.get()).isEqualTo(3);
        }
        awaitState(3, "LIVE");
    }

    @Test
    void a_version_that_comes_out_differently_is_not_shown() {
        record(20, 40);
        registry.caughtUp();
        tallies.added = 1_000;
        registry.rebuild.request(tallies.projection());
        awaitState(2, "DIFFERS");
        assertThat(shownVersion()).isEqualTo("tallies_v1");
        tallies.added = 0;
        record(41, 50);
        registry.caughtUp();
        assertThat(shown()).isEqualTo(31);
        int next = registry.rebuild.request(tallies.projection());
        awaitState(next, "LIVE");
        assertThat(shownVersion()).isEqualTo("tallies_v" + next);
        assertThat(shown()).isEqualTo(31);
    }

    @Test
    void rows_of_another_shape_are_made_at_the_next_start_and_shown_though_they_differ() {
        record(20, 40);
        registry.caughtUp();
        tallies.added = 1_000;
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection(2));
        awaitState(2, "LIVE");
        assertThat(registry.client()
                        .sql("SELECT min(count) FROM read.tally")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_020);
    }

    @Test
    void a_rebuild_that_was_cut_short_goes_on_at_the_next_start() {
        record(20, 40);
        registry.caughtUp();
        tallies.gate = new CountDownLatch(1);
        registry.rebuild.request(tallies.projection());
        awaitState(2, "BUILDING");
        registry.close();
        assertThat(stateOf(2)).isEqualTo("BUILDING");
        tallies.gate.countDown();
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        awaitState(2, "LIVE");
        assertThat(shown()).isEqualTo(21);
    }

    /** As one that is killed, cut off or paused for too long; and then it comes back, in the midst of a transaction. */
    @Test
    void a_node_that_lives_goes_on_with_the_rebuild_of_one_that_is_silent_which_writes_nothing_more() throws Exception {
        record(20, 40);
        registry.caughtUp();
        Tallies ofTheOther = new Tallies();
        ofTheOther.gate = new CountDownLatch(1);
        try (TestRegistry silent = registry.beside(ofTheOther.projection())) {
            silent.rebuild.request(ofTheOther.projection());
            awaitState(2, "BUILDING");
            await().until(() -> registry.client()
                            .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1")
                            .query(Integer.class)
                            .single()
                    == 1);
            registry.jdbc.query(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1",
                    row -> {});
            awaitState(2, "LIVE");
            ofTheOther.gate.countDown();
            // Comes after the rebuild that this node believed to be its own.
            silent.rebuild.between(() -> true).get();
            assertThat(stateOf(2)).isEqualTo("LIVE");
            assertThat(shownVersion()).isEqualTo("tallies_v2");
            assertThat(shown()).isEqualTo(21);
            assertThat(registry.jdbc.queryForObject("SELECT count(*) FROM tallies_v2.tally", Long.class))
                    .isEqualTo(21);
        } finally {
            ofTheOther.gate.countDown();
        }
    }

    /** Between two transactions, with its session alive: only the row tells it. */
    @Test
    void a_node_whose_rebuild_was_taken_over_neither_writes_nor_fails_it() throws Exception {
        record(20, 40);
        registry.caughtUp();
        Operations operations = new Operations(registry.jdbc);
        ProjectionVersion version = new ProjectionVersion(tallies.projection(), 2);
        operations.insert(version, "BUILDING", 21L);
        operations.claim(version, "another");
        assertThatThrownBy(() -> registry.transaction.executeWithoutResult(
                        status -> operations.requireOwn(version, "one", Duration.ofSeconds(9))))
                .isInstanceOf(TakenOver.class);
        registry.transaction.executeWithoutResult(
                status -> operations.requireOwn(version, "another", Duration.ofSeconds(9)));
        operations.state(version, "FAILED", null);
        assertThatThrownBy(() -> registry.transaction.executeWithoutResult(
                        status -> operations.requireOwn(version, "another", Duration.ofSeconds(9))))
                .isInstanceOf(TakenOver.class);
    }

    @Test
    void a_rebuild_mends_what_was_parked() {
        tallies.thrownAt.add(25);
        record(20, 40);
        registry.caughtUp();
        assertThat(shown()).isEqualTo(18);
        tallies.thrownAt.clear();
        registry.rebuild.request(tallies.projection());
        awaitState(2, "LIVE");
        assertThat(shown()).isEqualTo(21);
        assertThat(new Operations(registry.jdbc).deadLetters())
                .extracting(Operations.DeadLetter::version)
                .doesNotContain(2);
    }
}
