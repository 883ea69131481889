package org.preventionnetwork.registry.command.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.RunningLedger;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;

/**
 * Eight record, the sequencer orders and the signer signs a hundred times a second, while the ledger is verified again
 * and again. {@code -Dverification.events=40000} records more.
 */
class VerificationUnderLoadTest {
    private static final int WRITERS = 8;
    private static final int BEFORE = 4_000;
    private static final int EVENTS = Integer.getInteger("verification.events", 4_000);
    private static final int AT_ONCE = 50;

    @TempDir
    Path directory;

    @TempDir
    Path outside;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private TestDatabase database;
    private LedgerHome home;
    private RunningLedger ledger;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.migrated();
        home = RunningLedger.home(directory, outside);
        ledger = new RunningLedger(database, home);
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        ledger.close();
    }

    /** Each writer records about an entity of its own. */
    private List<Future<?>> eightRecord(int events) {
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String entity = "network:of-writer-" + i;
            writers.add(threads.submit(() -> {
                for (int done = 0; done < events / WRITERS && !over.get(); done += AT_ONCE) {
                    ledger.record(entity, AT_ONCE);
                }
                return null;
            }));
        }
        return writers;
    }

    private Outcome verified() throws Exception {
        return new LedgerCheck(database::connect, home, EventSeal.in(directory), Duration.ofSeconds(30)).run();
    }

    @Test
    void what_nobody_touched_is_sound_as_of_a_position_that_grows_also_when_two_verify_at_once() throws Exception {
        ledger.record("network:africa", BEFORE);
        ledger.awaitSigned(BEFORE);
        List<Future<?>> writers = eightRecord(EVENTS);
        Future<Long> other = threads.submit(() -> verifyUntilAllIsRecorded(writers));
        long last = verifyUntilAllIsRecorded(writers);
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(last).isPositive();
        assertThat(other.get()).isPositive();
        ledger.awaitSigned(BEFORE + EVENTS);
        assertThat(verified().position()).isEqualTo(BEFORE + EVENTS);
    }

    private long verifyUntilAllIsRecorded(List<Future<?>> writers) throws Exception {
        long last = 0;
        boolean more = true;
        while (more) {
            more = !writers.stream().allMatch(Future::isDone);
            Outcome outcome = verified();
            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.unchecked()).isEmpty();
            assertThat(outcome.position()).isGreaterThanOrEqualTo(last);
            assertThat(outcome.events()).isEqualTo(outcome.position());
            last = outcome.position();
        }
        return last;
    }

    /** What the loop above meets by chance. */
    @Test
    void a_part_of_a_tile_that_the_signer_replaces_after_its_size_was_read_is_read_from_the_wider_one()
            throws Exception {
        ledger.record("network:africa", 300);
        ledger.awaitSigned(300);
        for (int size : new int[] {310, 600}) {
            int more = size - (size == 310 ? 300 : 310);
            Outcome outcome = new LedgerCheck(
                            () -> {
                                record("network:africa", more);
                                ledger.awaitSigned(size);
                                return database.connect();
                            },
                            home,
                            EventSeal.in(directory),
                            Duration.ZERO)
                    .run();
            assertThat(outcome.isSound()).as("%s", outcome).isTrue();
            assertThat(outcome.position()).isEqualTo(size);
        }
    }

    private void record(String entity, int events) {
        try {
            ledger.record(entity, events);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_damaged_is_found_while_others_record() throws Exception {
        ledger.record("network:africa", 300);
        ledger.awaitSigned(300);
        eightRecord(Integer.MAX_VALUE);
        damage("UPDATE events.domainevententry SET payload = convert_to('{}', 'UTF8') WHERE globalindex ="
                + " (SELECT global_index FROM ledger.entry WHERE position = 100)");
        assertThat(findings("EVENT_CHANGED", "NOT_SEALED", "ROOT_DIFFERS", "NODE_DIFFERS"))
                .contains(100L);
        damage("UPDATE ledger.entry l SET leaf_hash = ledger.leaf_hash(s.store_id, e) FROM events.domainevententry e,"
                + " ledger.state s WHERE e.globalindex = l.global_index AND l.position = 100");
        assertThat(findings("LEAF_REWRITTEN", "NOT_SEALED", "ROOT_DIFFERS", "NODE_DIFFERS"))
                .contains(100L);
        Files.delete(outside.resolve("tile/0/000"));
        assertThat(findings("COPY_DAMAGED", "LEAF_REWRITTEN", "NOT_SEALED", "ROOT_DIFFERS", "NODE_DIFFERS"))
                .contains(1L);
    }

    private List<Long> findings(String... codes) throws Exception {
        Outcome outcome = verified();
        assertThat(outcome.unchecked()).isEmpty();
        assertThat(outcome.findings()).extracting(Finding::code).containsOnly(codes);
        return outcome.findings().stream().map(Finding::position).toList();
    }

    private void damage(String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void a_copy_that_cannot_be_read_and_a_database_that_is_away_are_unchecked() throws Exception {
        ledger.record("network:africa", 300);
        ledger.awaitSigned(300);
        ledger.close();
        Files.delete(outside.resolve("checkpoint"));
        Files.createDirectory(outside.resolve("checkpoint"));
        Outcome outcome = verified();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.unchecked()).singleElement().asString().contains(outside.toString(), "could not be read");
        assertThat(outcome.position()).isEqualTo(300);

        Outcome away = new LedgerCheck(
                        () -> {
                            throw new java.sql.SQLException("no more connections", "53300");
                        },
                        home,
                        EventSeal.in(directory),
                        Duration.ZERO)
                .run();
        assertThat(away.findings()).isEmpty();
        assertThat(away.unchecked()).anySatisfy(why -> assertThat(why).contains("53300"));
    }

    @Test
    void stored_rows_that_the_database_itself_finds_damaged_are_a_finding() throws Exception {
        ledger.record("network:africa", 10);
        ledger.awaitSigned(10);
        ledger.close();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION events.broken(bytea) RETURNS bytea LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE 'invalid page' USING ERRCODE = 'XX001'; END $$");
            statement.execute("ALTER TABLE events.domainevententry RENAME TO on_a_bad_disk");
            statement.execute("CREATE VIEW events.domainevententry AS SELECT globalindex, eventidentifier, type,"
                    + " aggregateidentifier, sequencenumber, timestamp, payloadtype, payloadrevision,"
                    + " CASE WHEN globalindex > 0 THEN events.broken(payload) END AS payload, metadata, seal"
                    + " FROM events.on_a_bad_disk");
        }
        // The view that stands in for a bad disk is itself something that stands between.
        assertThat(verified().findings()).extracting(Finding::code).containsOnly("STORE_DAMAGED", "TABLE_INTERFERED");
    }
}
