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
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.RunningLedger;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;

/** What a database's superuser may try; each is found, and the first offending event is named. */
class TamperingTest {
    private static final int EVENTS = 600;
    private static final int AT = 300;

    @TempDir
    Path directory;

    @TempDir
    Path outside;

    private TestDatabase database;
    private LedgerHome home;

    @BeforeEach
    void a_signed_ledger() throws Exception {
        database = TestDatabase.migrated();
        home = RunningLedger.home(directory, outside);
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            ledger.record("network:africa", EVENTS / 2);
            ledger.record("network:latin-america", EVENTS / 2);
            ledger.awaitSigned(EVENTS);
        }
    }

    @Test
    void nothing_is_found_in_what_nobody_touched() throws Exception {
        Outcome outcome = check();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.events()).isEqualTo(EVENTS);
    }

    @Test
    void one_changed_byte_of_a_payload() throws Exception {
        tamper("UPDATE events.domainevententry SET payload = set_byte(payload, 10, get_byte(payload, 10) # 1)"
                + " WHERE globalindex = " + indexAt(AT));
        assertFirst("EVENT_CHANGED", AT);
        assertThat(codes()).contains("NOT_SEALED", "ROOT_DIFFERS").doesNotContain("LEAF_REWRITTEN");
    }

    /** Whoever changes an event must not escape by breaking something else, so that the check itself fails. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE ledger.entry DROP CONSTRAINT entry_leaf_hash_check;"
                        + " UPDATE ledger.entry SET leaf_hash = '\\x00' WHERE position = (SELECT max(position) FROM ledger.entry)",
                "ALTER TABLE ledger.checkpoint DROP CONSTRAINT checkpoint_root_check;"
                        + " UPDATE ledger.checkpoint SET root = '\\x00' WHERE size = (SELECT max(size) FROM ledger.checkpoint)",
                "ALTER TABLE ledger.checkpoint ALTER COLUMN note DROP NOT NULL; UPDATE ledger.checkpoint SET note = NULL",
                "ALTER TABLE events.domainevententry ALTER COLUMN timestamp DROP NOT NULL;"
                        + " UPDATE events.domainevententry SET timestamp = NULL",
                "ALTER TABLE ledger.node RENAME TO gone",
                "DELETE FROM ledger.state"
            })
    void a_changed_event_beside_something_that_keeps_the_check_from_going_on(String broken) throws Exception {
        tamper(
                "UPDATE events.domainevententry SET metadata = convert_to('{\"actor\":\"other\"}', 'UTF8')"
                        + " WHERE globalindex = " + indexAt(AT),
                broken);
        assertThat(codes()).containsAnyOf("EVENT_CHANGED", "STORE_DAMAGED");
    }

    @Test
    void a_changed_timestamp() throws Exception {
        tamper("UPDATE events.domainevententry SET timestamp = '2001-01-01T00:00:00Z' WHERE globalindex = "
                + indexAt(AT));
        assertFirst("EVENT_CHANGED", AT);
    }

    @Test
    void changed_metadata() throws Exception {
        tamper("UPDATE events.domainevententry SET metadata = convert_to('{\"actor\":\"other\"}', 'UTF8')"
                + " WHERE globalindex = " + indexAt(AT));
        assertFirst("EVENT_CHANGED", AT);
    }

    @Test
    void a_changed_instant_on_the_known_on_clock() throws Exception {
        tamper("UPDATE ledger.entry SET known_at = known_at - interval '1 year' WHERE position = " + AT);
        assertFirst("CLOCK_CHANGED", AT);
    }

    /** The clock of record follows from the events, and what the sequencer goes on from follows from the entries. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CLOCK_CHANGED | UPDATE ledger.entry SET known_at = known_at + interval '2 years' WHERE position = 600; UPDATE ledger.state SET last_known_at = last_known_at + interval '2 years'
            CLOCK_CHANGED | UPDATE ledger.entry SET known_at = known_at + interval '2 years' WHERE position > 300; UPDATE ledger.state SET last_known_at = last_known_at + interval '2 years'
            CLOCK_CHANGED | UPDATE ledger.entry SET known_at = known_at + interval '1 microsecond' WHERE position = 600; UPDATE ledger.state SET last_known_at = last_known_at + interval '1 microsecond'
            CLOCK_CHANGED | UPDATE ledger.entry SET known_at = (SELECT max(known_at) FROM ledger.entry); UPDATE ledger.state SET epoch = epoch
            CLOCK_CHANGED | UPDATE ledger.state SET last_known_at = last_known_at + interval '20 years'
            CLOCK_CHANGED | UPDATE ledger.state SET last_known_at = '-infinity'
            STATE_CHANGED | UPDATE ledger.state SET floor = floor + 1000000
            STATE_CHANGED | UPDATE ledger.state SET floor = floor - 1
            NEWEST_MISSING | UPDATE ledger.state SET last_position = last_position - 1
            EVENT_CHANGED | UPDATE ledger.state SET store_id = 'another'
            """)
    void a_clock_or_a_state_that_does_not_follow_from_the_events(String code, String deed) throws Exception {
        tamper(deed);
        assertThat(codes()).contains(code);
    }

    @Test
    void the_newest_events_deleted_with_their_entries_and_checkpoints() throws Exception {
        tamper(
                "DELETE FROM events.domainevententry WHERE globalindex >= " + indexAt(EVENTS - 9),
                "DELETE FROM ledger.entry WHERE position >= " + (EVENTS - 9),
                "DELETE FROM ledger.checkpoint WHERE size >= " + (EVENTS - 9),
                "UPDATE ledger.state SET last_position = " + (EVENTS - 10)
                        + ", floor = (SELECT max(global_index) FROM ledger.entry)");
        assertFirst("NEWEST_MISSING", EVENTS - 9);
        assertSigningIsRefused("the newest events are gone");
    }

    @Test
    void one_event_in_the_middle_deleted() throws Exception {
        tamper("DELETE FROM events.domainevententry WHERE globalindex = " + indexAt(AT));
        assertFirst("EVENT_MISSING", AT);
    }

    @Test
    void one_event_in_the_middle_deleted_with_its_entry() throws Exception {
        long index = indexAt(AT);
        tamper(
                "DELETE FROM events.domainevententry WHERE globalindex = " + index,
                "DELETE FROM ledger.entry WHERE position = " + AT);
        assertFirst("POSITION_MISSING", AT);
    }

    @Test
    void one_event_in_the_middle_deleted_and_the_later_ones_moved_up() throws Exception {
        long index = indexAt(AT);
        tamper(
                "DELETE FROM events.domainevententry WHERE globalindex = " + index,
                "DELETE FROM ledger.entry WHERE position = " + AT,
                "ALTER TABLE ledger.entry DROP CONSTRAINT entry_pkey",
                "UPDATE ledger.entry SET position = position - 1 WHERE position > " + AT,
                "UPDATE ledger.state SET last_position = last_position - 1");
        assertFirst("LEAF_REWRITTEN", AT);
    }

    @Test
    void two_events_swapped_with_everything_that_the_database_knows_of_them() throws Exception {
        long one = indexAt(AT);
        long other = indexAt(AT + 1);
        tamper(
                "UPDATE events.domainevententry SET globalindex = -1 WHERE globalindex = " + one,
                "UPDATE events.domainevententry SET globalindex = " + one + " WHERE globalindex = " + other,
                "UPDATE events.domainevententry SET globalindex = " + other + " WHERE globalindex = -1",
                "UPDATE ledger.entry l SET event_id = e.eventidentifier, aggregate_id = e.aggregateidentifier,"
                        + " sequence_number = e.sequencenumber, leaf_hash = ledger.leaf_hash(s.store_id, e)"
                        + " FROM events.domainevententry e, ledger.state s WHERE e.globalindex = l.global_index");
        assertFirst("LEAF_REWRITTEN", AT);
        assertSigningIsRefused("are not those that were signed");
    }

    @Test
    void two_payloads_swapped() throws Exception {
        tamper("UPDATE events.domainevententry e SET payload = o.payload FROM events.domainevententry o WHERE"
                + " (e.globalindex, o.globalindex) IN ((" + indexAt(AT) + ", " + indexAt(AT + 1) + "), ("
                + indexAt(AT + 1) + ", " + indexAt(AT) + "))");
        assertFirst("EVENT_CHANGED", AT);
    }

    @Test
    void an_event_inserted_past_the_application_where_the_ledger_has_been() throws Exception {
        long gap = indexAt(AT);
        tamper(
                "UPDATE events.domainevententry SET globalindex = globalindex + 100000 WHERE globalindex > " + gap,
                "UPDATE ledger.entry SET global_index = global_index + 100000 WHERE global_index > " + gap,
                "UPDATE ledger.state SET floor = floor + 100000",
                insertion(gap + 1));
        assertFirst("EVENT_INSERTED", AT + 1);
    }

    @Test
    void an_event_inserted_past_the_application_that_the_sequencer_then_takes_for_a_new_one() throws Exception {
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            tamper(insertion(null));
            ledger.record("network:africa", 5);
            ledger.awaitSigned(EVENTS + 6);
        }
        assertFirst("NOT_SEALED", EVENTS + 1);
        assertThat(codes()).containsOnly("NOT_SEALED");
    }

    @Test
    void an_old_backup_restored_and_gone_on_with() throws Exception {
        TestDatabase backup = database.copy();
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            ledger.record("network:africa", 20);
            ledger.awaitSigned(EVENTS + 20);
        }
        database = backup;
        assertFirst("NEWEST_MISSING", EVENTS + 1);
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            awaitAlarm(ledger, "an old backup was restored");
            ledger.record("network:mediterranean", 30);
            ledger.awaitPosition(EVENTS + 30);
            awaitAlarm(ledger, "are not those that were signed");
        }
        assertFirst("LEAF_REWRITTEN", EVENTS + 1);
        assertThat(codes()).contains("ROOT_DIFFERS");
    }

    @Test
    void the_tree_built_again_and_signed_with_the_real_key() throws Exception {
        EventSeal.in(directory);
        tamper(
                "UPDATE events.domainevententry SET payload = '{}' WHERE globalindex = " + indexAt(AT),
                "UPDATE ledger.entry l SET leaf_hash = ledger.leaf_hash(s.store_id, e)"
                        + " FROM events.domainevententry e, ledger.state s WHERE e.globalindex = l.global_index",
                "DELETE FROM ledger.node",
                "DELETE FROM ledger.checkpoint");
        deleteRecursively(directory.resolve("tlog"));
        try (RunningLedger forger = new RunningLedger(database, RunningLedger.home(directory))) {
            forger.awaitSigned(EVENTS);
        }
        assertFirst("LEAF_REWRITTEN", AT);
        Finding first = check().findings().get(0);
        assertThat(first.detail() + check().findings()).contains(outside.toString());
        assertSigningIsRefused("are not those that were signed");
    }

    @Test
    void a_changed_hash_of_the_tree() throws Exception {
        tamper("UPDATE ledger.node SET hash = sha256(hash) WHERE level = 1 AND index = 1");
        assertThat(codes()).containsExactly("NODE_DIFFERS");
    }

    @Test
    void a_checkpoint_that_nobody_signed() throws Exception {
        tamper("UPDATE ledger.checkpoint SET note = replace(note, 'registry.example', 'registry.elsewhere')");
        assertThat(codes()).containsOnly("SIGNATURE_WRONG");
    }

    /** Before it has kept anything from being stored, which leaves nothing behind that could be found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                        + " CREATE TRIGGER never_changed BEFORE INSERT ON ledger.state"
                        + " FOR EACH ROW EXECUTE FUNCTION public.f()",
                "CREATE OR REPLACE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN NULL; END';"
                        + " CREATE OR REPLACE TRIGGER never_changed BEFORE INSERT ON events.domainevententry"
                        + " FOR EACH ROW EXECUTE FUNCTION events.refuse_change()",
                "CREATE RULE r AS ON INSERT TO ledger.checkpoint DO INSTEAD NOTHING",
                "ALTER TABLE events.merged_official ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY p ON events.domainevententry USING (sequencenumber < 1000)",
                "ALTER TABLE ledger.erasure_receipt RENAME TO kept;"
                        + " CREATE VIEW ledger.erasure_receipt AS SELECT * FROM ledger.kept",
                "CREATE TABLE public.more () INHERITS (events.domainevententry)",
                "ALTER TABLE ledger.entry DISABLE TRIGGER never_changed",
                "ALTER TABLE events.domainevententry ENABLE REPLICA TRIGGER never_changed",
                "DROP TRIGGER never_changed ON ledger.node"
            })
    void something_between_the_registry_and_its_tables(String interference) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(interference);
        }
        assertThat(codes()).containsExactly("TABLE_INTERFERED");
    }

    @Test
    void a_failing_copy_keeps_a_checkpoint_from_being_published_and_raises_an_alarm() throws Exception {
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            ledger.awaitSigned(EVENTS);
            deleteRecursively(outside);
            Files.writeString(outside, "no folder any more");
            ledger.record("network:africa", 1);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> ledger.signer().status().alarm() != null);
            assertThat(one("SELECT max(size) FROM ledger.checkpoint")).isEqualTo(EVENTS);
            Files.delete(outside);
            ledger.awaitSigned(EVENTS + 1);
            assertThat(ledger.signer().status().alarm()).isNull();
        }
        assertThat(check().findings()).isEmpty();
    }

    private Outcome check() throws Exception {
        return new LedgerCheck(database::connect, home, EventSeal.in(directory), Duration.ZERO).run();
    }

    private List<String> codes() throws Exception {
        return check().findings().stream().map(Finding::code).distinct().toList();
    }

    private void assertFirst(String code, long position) throws Exception {
        List<Finding> findings = check().findings();
        assertThat(findings).isNotEmpty();
        long first = findings.stream()
                .map(Finding::position)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        assertThat(first).as("%s", findings).isEqualTo(position);
        assertThat(findings).anySatisfy(finding -> assertThat(finding).satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.position()).isEqualTo(position);
        }));
    }

    private void assertSigningIsRefused(String reason) throws Exception {
        try (RunningLedger ledger = new RunningLedger(database, home)) {
            awaitAlarm(ledger, reason);
        }
    }

    private static void awaitAlarm(RunningLedger ledger, String reason) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            Throwable alarm = ledger.signer().status().alarm();
            assertThat(alarm).isNotNull();
            assertThat(alarm).hasMessageContaining(reason);
        });
    }

    private String insertion(Long globalIndex) {
        return "INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type,"
                + " timestamp, payloadtype, payloadrevision, payload, metadata"
                + (globalIndex == null ? "" : ", globalindex")
                + ") VALUES ('11111111-2222-3333-4444-555555555555', 'network:invented', 0, 'Test',"
                + " '2026-01-01T00:00:00Z', 'test.Happened', '1', '{}', '{}'"
                + (globalIndex == null ? "" : ", " + globalIndex) + ")";
    }

    private long indexAt(long position) throws SQLException {
        return one("SELECT global_index FROM ledger.entry WHERE position = " + position);
    }

    private long one(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As a superuser: no trigger and no foreign key stands in the way. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                assertThat(statement.execute(sql)).isFalse();
                assertThat(sql.startsWith("ALTER") || statement.getUpdateCount() > 0)
                        .as("%s changes something", sql)
                        .isTrue();
            }
        }
    }

    private static void deleteRecursively(Path folder) throws Exception {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
