package org.preventionnetwork.registry.command.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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
 * A superuser tampers while four record, the sequencer orders and the signer signs. The next verification names the first
 * event that is not what it was, and so does the one after it; once all is as it was, it finds nothing any more.
 */
class TamperingWhileRecordingTest {
    private static final int BEFORE = 600;
    private static final int AT = 300;
    private static final int WRITERS = 4;
    private static final int BATCHES = 40;
    private static final String EVENTS = "events.domainevententry";
    private static final String INDEX = "(SELECT global_index FROM ledger.entry WHERE position = " + AT + ")";
    private static final String NEXT_INDEX =
            "(SELECT global_index FROM ledger.entry WHERE position = " + (AT + 1) + ")";
    private static final String LEAVES = "UPDATE ledger.entry l SET leaf_hash = ledger.leaf_hash(s.store_id, e) FROM "
            + EVENTS + " e, ledger.state s WHERE e.globalindex = l.global_index AND l.position IN (" + AT + ", "
            + (AT + 1) + ")";

    @TempDir
    Path directory;

    @TempDir
    Path outside;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** As many batches as are enough to be in its way, for each verification. */
    private final Semaphore mayRecord = new Semaphore(BATCHES);

    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Future<?>> writers = new ArrayList<>();
    private TestDatabase database;
    private LedgerHome home;
    private RunningLedger ledger;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.migrated();
        home = RunningLedger.home(directory, outside);
        ledger = new RunningLedger(database, home);
        ledger.record("network:africa", BEFORE);
        ledger.awaitSigned(BEFORE);
        tamper("CREATE TABLE kept AS SELECT * FROM " + EVENTS, "CREATE TABLE kept_entry AS SELECT * FROM ledger.entry");
        for (int i = 0; i < WRITERS; i++) {
            String entity = "network:of-writer-" + i;
            writers.add(threads.submit(() -> {
                while (!over.get()) {
                    if (mayRecord.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                        ledger.record(entity, 5);
                    }
                }
                return null;
            }));
        }
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        ledger.close();
    }

    @Test
    void each_deed_is_found_at_its_first_event_and_nothing_is_once_all_is_as_it_was() throws Exception {
        assertSound();
        tamper("UPDATE " + EVENTS + " SET payload = '{}' WHERE globalindex = " + INDEX);
        assertFirst("EVENT_CHANGED", AT);
        putBack();

        // An old copy of another row, seal and all.
        tamper("UPDATE " + EVENTS + " e SET payload = o.payload, metadata = o.metadata, timestamp = o.timestamp,"
                + " seal = o.seal FROM kept o WHERE e.globalindex = " + INDEX + " AND o.globalindex = " + NEXT_INDEX);
        assertFirst("EVENT_CHANGED", AT);
        putBack();

        tamper("DELETE FROM " + EVENTS + " WHERE globalindex = " + INDEX);
        assertFirst("EVENT_MISSING", AT);
        putBack();

        tamper(
                "DELETE FROM " + EVENTS + " WHERE globalindex = " + INDEX,
                "DELETE FROM ledger.entry WHERE position = " + AT);
        assertFirst("POSITION_MISSING", AT);
        putBack();

        tamper(
                "UPDATE " + EVENTS + " SET globalindex = -1 WHERE globalindex = " + INDEX,
                "UPDATE " + EVENTS + " SET globalindex = " + INDEX + " WHERE globalindex = " + NEXT_INDEX,
                "UPDATE " + EVENTS + " SET globalindex = " + NEXT_INDEX + " WHERE globalindex = -1",
                "UPDATE ledger.entry l SET event_id = e.eventidentifier, sequence_number = e.sequencenumber FROM "
                        + EVENTS + " e WHERE e.globalindex = l.global_index AND l.position IN (" + AT + ", " + (AT + 1)
                        + ")",
                LEAVES);
        assertFirst("LEAF_REWRITTEN", AT);
        putBack();

        tamper("UPDATE " + EVENTS + " SET payload = '{}' WHERE globalindex = " + INDEX, LEAVES);
        assertFirst("LEAF_REWRITTEN", AT);
        putBack();
    }

    @Test
    void a_tile_and_a_checkpoint_that_were_edited_outside_are_found() throws Exception {
        Path tile = outside.resolve("tile/0/000");
        byte[] right = Files.readAllBytes(tile);
        byte[] wrong = right.clone();
        wrong[99 * 32] ^= 1;
        Files.write(tile, wrong);
        assertFirst("LEAF_REWRITTEN", 100);
        Files.write(tile, right);
        assertSound();

        // Of another log: the signer does not go on, and does not write over it either.
        Path checkpoint = outside.resolve("checkpoint");
        String signed = Files.readString(checkpoint);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            Files.writeString(checkpoint, signed.replace("registry.example", "registry.elsewhere"));
            Outcome outcome = verified();
            return outcome.findings().stream()
                    .anyMatch(finding -> finding.code().equals("SIGNATURE_WRONG"));
        });
    }

    /** The sequencer takes it for a new one; the application never sealed it as that. */
    @Test
    void an_event_that_is_recorded_once_more_past_the_application_is_found_at_its_place() throws Exception {
        tamper("INSERT INTO " + EVENTS + " (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,"
                + " payloadtype, payloadrevision, payload, metadata, seal) SELECT gen_random_uuid()::text,"
                + " aggregateidentifier, " + BEFORE + ", type, timestamp, payloadtype, payloadrevision, payload,"
                + " metadata, seal FROM kept WHERE sequencenumber = 7");
        String place = "SELECT position FROM ledger.entry WHERE aggregate_id = 'network:africa' AND sequence_number = "
                + BEFORE;
        await().atMost(Duration.ofMinutes(2)).until(() -> one(place) > 0);
        assertFirst("NOT_SEALED", one(place));
    }

    /** Or else one row would stop the ledger, and whatever is recorded after it, for ever. */
    @Test
    void events_past_the_application_whose_time_is_none_stop_nobody_and_are_named() throws Exception {
        List<String> times = List.of(
                "no time", "", "infinity", "2026-02-31T00:00:00Z", "2100-02-29T00:00:00Z", "0000-01-01T00:00:00Z");
        for (int i = 0; i < times.size(); i++) {
            tamper("INSERT INTO " + EVENTS + " (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,"
                    + " payloadtype, payloadrevision, payload, metadata) VALUES (gen_random_uuid()::text,"
                    + " 'network:nowhen', " + i + ", 'Test', '" + times.get(i)
                    + "', 'test.Happened', '1', '{}', '{}')");
        }
        String placed = "SELECT count(*) FROM ledger.entry WHERE aggregate_id = 'network:nowhen'";
        await().atMost(Duration.ofMinutes(2)).until(() -> one(placed) == times.size());
        assertFirst("NOT_SEALED", one("SELECT min(position) FROM ledger.entry WHERE aggregate_id = 'network:nowhen'"));
        long known = one("SELECT last_position FROM ledger.state");
        mayRecord.release(BATCHES);
        await().atMost(Duration.ofMinutes(2)).until(() -> one("SELECT last_position FROM ledger.state") > known);
        assertThat(one("SELECT count(*) FROM ledger.entry WHERE known_at > now() + interval '1 day'"))
                .isZero();
    }

    /** What comes after takes the places of what is gone, but not its leaves. */
    @Test
    void a_tail_that_is_cut_off_is_missed_although_the_others_record_on() throws Exception {
        int cut = BEFORE - 20;
        tamper(
                "BEGIN",
                // In the order in which the sequencer takes them.
                "LOCK TABLE ledger.state, ledger.entry, ledger.checkpoint",
                "DELETE FROM " + EVENTS
                        + " WHERE globalindex > (SELECT global_index FROM ledger.entry WHERE position = " + cut + ")",
                "DELETE FROM ledger.entry WHERE position > " + cut,
                "DELETE FROM ledger.checkpoint WHERE size > " + cut,
                "UPDATE ledger.state SET last_position = " + cut + ", floor = (SELECT max(global_index) FROM"
                        + " ledger.entry)",
                "COMMIT");
        for (int i = 0; i < 2; i++) {
            Outcome outcome = verified();
            assertThat(first(outcome)).as("%s", outcome).isEqualTo(cut + 1L);
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> ledger.signer().status().alarm() != null);
    }

    private void putBack() throws Exception {
        tamper(
                "BEGIN",
                "DELETE FROM " + EVENTS + " WHERE aggregateidentifier = 'network:africa'",
                "DELETE FROM ledger.entry WHERE aggregate_id = 'network:africa'",
                "INSERT INTO " + EVENTS + " OVERRIDING SYSTEM VALUE SELECT * FROM kept",
                "INSERT INTO ledger.entry SELECT * FROM kept_entry",
                "COMMIT");
        assertSound();
    }

    private void assertSound() throws Exception {
        Outcome outcome = verified();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.unchecked()).isEmpty();
        for (Future<?> writer : writers) {
            assertThat(writer.isDone()).as("they record on").isFalse();
        }
    }

    private void assertFirst(String code, long position) throws Exception {
        for (int i = 0; i < 2; i++) {
            Outcome outcome = verified();
            assertThat(first(outcome)).as("%s", outcome.findings()).isEqualTo(position);
            assertThat(outcome.findings())
                    .filteredOn(finding -> Objects.equals(finding.position(), position))
                    .extracting(Finding::code)
                    .contains(code);
        }
    }

    private static long first(Outcome outcome) {
        return outcome.findings().stream()
                .map(Finding::position)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    private Outcome verified() throws Exception {
        mayRecord.release(BATCHES);
        return new LedgerCheck(database::connect, home, EventSeal.in(directory), Duration.ofSeconds(30)).run();
    }

    private long one(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** As a superuser: no trigger and no foreign key stands in the way. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
