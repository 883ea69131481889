package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Ten writers that roll back, pause and race for the same aggregates, with clocks ten minutes ahead and behind; two
 * transactions held open, of which one commits late and one is ended by the database; two sequencers at once, whose
 * sessions are killed. Afterwards nothing is missing, nothing is there twice, and every order holds.
 */
@Tag("slow")
class SequencerUnderAttackTest {
    private static final int WRITERS = 10;
    private static final Duration ATTACK = Duration.ofSeconds(8);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(3);
    private static final Sequencer.Settings SETTINGS =
            new Sequencer.Settings(Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(20), 50);

    private final List<Sequencer> sequencers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopEverything() throws InterruptedException {
        sequencers.forEach(Sequencer::stop);
        threads.shutdownNow();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void skips_nothing_doubles_nothing_and_keeps_every_order() throws Exception {
        long seed = TestRun.SEED;
        TestDatabase database = TestDatabase.migrated();
        for (int i = 0; i < 2; i++) {
            Sequencer sequencer = new Sequencer(database::connect, new LockHolderBarrier(), SETTINGS);
            sequencers.add(sequencer);
            sequencer.start();
        }
        Instant end = Instant.now().plus(ATTACK);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(seed + i);
            writers.add(threads.submit(() -> write(database, random, end)));
        }
        Future<?> late = threads.submit(() -> holdOpen(database, "late", ATTACK.dividedBy(4)));
        Future<?> lost = threads.submit(() -> holdOpen(database, "lost", IDLE_LIMIT.multipliedBy(2)));
        Future<?> killer = threads.submit(() -> killSequencers(database, new Random(seed), end));

        int committed = 1;
        for (Future<Integer> writer : writers) {
            committed += writer.get();
        }
        late.get();
        lost.get();
        killer.get();

        int expected = committed;
        try (Connection connection = database.connect()) {
            await("seed " + seed).atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            LedgerAudit.of(connection))
                    .isEqualTo(LedgerAudit.faultless(expected)));
            assertThat(longOf(connection, "SELECT count(*) FROM ledger.entry WHERE aggregate_id = 'late'"))
                    .isEqualTo(1);
            assertThat(longOf(connection, "SELECT max(global_index) - count(*) FROM ledger.entry"))
                    .as("indexes drawn and rolled back")
                    .isPositive();
            assertThat(longOf(connection, "SELECT epoch FROM ledger.state"))
                    .as("changes of leadership")
                    .isGreaterThan(3);
        }
    }

    /** Returns how many events were committed. */
    private static int write(TestDatabase database, Random random, Instant end) throws Exception {
        int committed = 0;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            EventWriter writer = new EventWriter(connection);
            while (Instant.now().isBefore(end)) {
                try {
                    String aggregate = "shared-" + random.nextInt(12);
                    long next = longOf(
                            connection,
                            "SELECT coalesce(max(sequencenumber) + 1, 0) FROM events.domainevententry "
                                    + "WHERE aggregateidentifier = '" + aggregate + "'");
                    int size = 1 + random.nextInt(3);
                    for (int i = 0; i < size; i++) {
                        writer.append(aggregate, next + i, Instant.now().plusSeconds(random.nextInt(1201) - 600));
                    }
                    if (random.nextInt(6) == 0) {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(15));
                    }
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        committed += size;
                    }
                } catch (SQLException anotherWriterWasFirst) {
                    assertThat(anotherWriterWasFirst.getSQLState()).isIn("23505", "40P01");
                    connection.rollback();
                }
            }
        }
        return committed;
    }

    /** Appends an event, then does nothing; the server ends the session when that is beyond its limit. */
    private static boolean holdOpen(TestDatabase database, String aggregate, Duration held) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = " + IDLE_LIMIT.toMillis());
            connection.setAutoCommit(false);
            new EventWriter(connection).append(aggregate, 0, Instant.now().minusSeconds(600));
            TimeUnit.MILLISECONDS.sleep(held.toMillis());
            try {
                connection.commit();
                return true;
            } catch (SQLException endedByTheServer) {
                assertThat(held).isGreaterThan(IDLE_LIMIT);
                return false;
            }
        }
    }

    private static boolean killSequencers(TestDatabase database, Random random, Instant end) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(600));
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND "
                        + "database = (SELECT oid FROM pg_database WHERE datname = current_database())");
            }
            return true;
        }
    }

    private static long longOf(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
