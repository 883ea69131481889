package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.command.CrashingPostgres;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * PostgreSQL crashes, several times, while eight writers append and two sequencers are at work. Each sequencer goes on by
 * itself; what was acknowledged to a writer is in the store, and the store is in the ledger, although the ledger's own
 * commits do not wait for the disk.
 */
@Tag("process")
class DatabaseCrashTest {
    private static final int WRITERS = 8;
    private static final int CRASHES = 5;
    private static final int MOST_ACKNOWLEDGED = 1_500;
    private static final Sequencer.Settings SETTINGS =
            new Sequencer.Settings(Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(20), 50);

    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean stopped;

    @Test
    void what_was_acknowledged_is_in_the_store_and_the_store_is_in_the_ledger() throws Exception {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        List<Sequencer> sequencers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (CrashingPostgres server = new CrashingPostgres()) {
            TestDatabase database = TestDatabase.migratedOn(server);
            for (int i = 0; i < 2; i++) {
                Sequencer sequencer = new Sequencer(database::connect, new LockHolderBarrier(), SETTINGS);
                sequencers.add(sequencer);
                sequencer.start();
            }
            Map<String, Future<Long>> writers = new HashMap<>();
            for (int i = 0; i < WRITERS; i++) {
                String aggregate = "writer-" + i;
                Random choices = new Random(seed + i);
                writers.put(aggregate, threads.submit(() -> write(database, aggregate, choices)));
            }
            for (int crash = 0; crash < CRASHES; crash++) {
                long enough = acknowledged.get() + random.nextInt(MOST_ACKNOWLEDGED);
                await("seed " + seed)
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> acknowledged.get() > enough);
                server.crashAndRecover();
            }
            stopped = true;
            try (Connection connection = database.connect()) {
                for (Map.Entry<String, Future<Long>> writer : writers.entrySet()) {
                    long told = writer.getValue().get();
                    assertThat(length(connection, writer.getKey()))
                            .as("what %s was told is there, seed %d", writer.getKey(), seed)
                            .isGreaterThanOrEqualTo(told);
                }
                await("seed " + seed).atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                    LedgerAudit audit = LedgerAudit.of(connection);
                    assertThat(audit).isEqualTo(LedgerAudit.faultless(audit.events()));
                    assertThat(audit.events()).isGreaterThanOrEqualTo(acknowledged.get());
                });
            } finally {
                sequencers.forEach(Sequencer::stop);
            }
        } finally {
            stopped = true;
            threads.shutdown();
            assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Returns how long the aggregate was when a commit was last acknowledged. */
    private long write(TestDatabase database, String aggregate, Random random) throws InterruptedException {
        long told = 0;
        while (!stopped) {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                EventWriter writer = new EventWriter(connection);
                long next = length(connection, aggregate);
                assertThat(next).as("length of %s", aggregate).isGreaterThanOrEqualTo(told);
                while (!stopped) {
                    int size = 1 + random.nextInt(3);
                    for (int i = 0; i < size; i++) {
                        writer.append(aggregate, next + i);
                    }
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        next += size;
                        told = next;
                        acknowledged.addAndGet(size);
                    }
                }
            } catch (SQLException crashed) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return told;
    }

    private static long length(Connection connection, String aggregate) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*) FROM events.domainevententry WHERE aggregateidentifier = ?")) {
            statement.setString(1, aggregate);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
