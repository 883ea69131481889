package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.command.TestDatabase;

class SequencerTest {
    private static final Sequencer.Settings QUICK =
            new Sequencer.Settings(Duration.ofMillis(10), Duration.ZERO, Duration.ofMillis(50), 1_000);

    private final List<Sequencer> sequencers = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void stopSequencers() {
        sequencers.forEach(Sequencer::stop);
    }

    @Test
    void numbers_events_densely_from_one_and_skips_what_was_rolled_back() throws SQLException {
        try (Connection connection = database.connect()) {
            EventWriter writer = new EventWriter(connection);
            writer.append("a", 0);
            connection.setAutoCommit(false);
            writer.append("a", 1);
            connection.rollback();
            connection.setAutoCommit(true);
            writer.append("a", 1);
            start(new LockHolderBarrier());
            awaitFaultless(2);
        }
    }

    @Test
    void the_known_on_clock_never_runs_back_and_never_lags_behind_an_event() throws SQLException {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        try (Connection connection = database.connect()) {
            EventWriter writer = new EventWriter(connection);
            writer.append("a", 0, noon);
            writer.append("a", 1, noon.minusSeconds(600));
            writer.append("a", 2, noon.plusSeconds(600));
            writer.append("a", 3, noon.plusSeconds(599));
            start(new LockHolderBarrier());
            awaitFaultless(4);
            assertThat(strings("SELECT to_char(known_at AT TIME ZONE 'UTC', 'HH24:MI:SS') FROM ledger.entry "
                            + "ORDER BY position"))
                    .containsExactly("12:00:00", "12:00:00", "12:10:00", "12:10:00");
        }
    }

    @Test
    void nothing_is_appended_after_somebody_changed_what_it_would_go_on_from() throws SQLException {
        LedgerAppender appender = new LedgerAppender();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            EventWriter writer = new EventWriter(connection);
            writer.append("a", 0);
            writer.append("a", 1);
            long epoch = appender.beginEpoch(connection).number();
            appender.append(connection, epoch, 2, 10);
            writer.append("a", 2);
            statement.execute("CREATE TABLE kept AS SELECT * FROM ledger.state;"
                    + " CREATE TABLE kept_entry AS SELECT * FROM ledger.entry;"
                    + " SET session_replication_role = replica");
            for (String deed : List.of(
                    "UPDATE ledger.state SET last_known_at = last_known_at + interval '20 years'",
                    "UPDATE ledger.state SET last_known_at = last_known_at - interval '1 microsecond'",
                    "UPDATE ledger.state SET last_position = last_position + 1",
                    "UPDATE ledger.state SET floor = floor + 1000",
                    "UPDATE ledger.state SET floor = 1",
                    "UPDATE ledger.entry SET known_at = known_at + interval '2 years' WHERE position = 2;"
                            + " UPDATE ledger.state SET last_known_at = last_known_at + interval '2 years'")) {
                statement.execute(deed);
                assertThatThrownBy(() -> appender.append(connection, epoch, 3, 10))
                        .as(deed)
                        .isInstanceOf(LedgerContradicted.class);
                connection.setAutoCommit(true);
                assertThatThrownBy(() -> appender.beginEpoch(connection))
                        .as(deed)
                        .isInstanceOf(LedgerContradicted.class);
                statement.execute("UPDATE ledger.state s SET floor = k.floor, last_position = k.last_position,"
                        + " last_known_at = k.last_known_at, epoch = " + epoch + " FROM kept k;"
                        + " UPDATE ledger.entry e SET known_at = k.known_at FROM kept_entry k"
                        + " WHERE k.position = e.position");
            }
            assertThat(appender.append(connection, epoch, 3, 10)).isEqualTo(new LedgerAppender.Appended(1, 3, 3));
        }
    }

    @Test
    void waits_for_a_transaction_that_drew_a_lower_index_and_commits_late() throws SQLException {
        start(new LockHolderBarrier());
        try (Connection slow = database.connect();
                Connection fast = database.connect()) {
            slow.setAutoCommit(false);
            new EventWriter(slow).append("slow", 0, Instant.now().minusSeconds(600));
            new EventWriter(fast).append("fast", 0);
            await().during(Duration.ofMillis(300))
                    .until(() -> strings("SELECT event_id FROM ledger.entry").isEmpty());
            slow.commit();
            awaitFaultless(2);
            assertThat(strings("SELECT aggregate_id FROM ledger.entry ORDER BY position"))
                    .containsExactly("slow", "fast");
        }
    }

    /** The proof that the audit finds what it looks for. */
    @Test
    void without_the_barrier_a_late_commit_would_be_skipped_for_ever() throws SQLException {
        CommitBarrier none = (connection, floor) -> {
            try (Statement statement = connection.createStatement();
                    ResultSet last = statement.executeQuery(
                            "SELECT last_value FROM events.domainevententry_globalindex_seq WHERE is_called")) {
                return last.next() ? last.getLong(1) : floor;
            }
        };
        start(none);
        try (Connection slow = database.connect();
                Connection fast = database.connect()) {
            slow.setAutoCommit(false);
            new EventWriter(slow).append("slow", 0);
            new EventWriter(fast).append("fast", 0);
            await().until(() -> strings("SELECT event_id FROM ledger.entry").size() == 1);
            slow.commit();
            new EventWriter(fast).append("fast", 1);
            await().until(() -> strings("SELECT event_id FROM ledger.entry").size() == 2);
            assertThat(audit().skipped()).isEqualTo(1);
        }
    }

    @Test
    void an_append_under_an_epoch_that_is_over_fails_and_leaves_nothing() throws SQLException {
        LedgerAppender appender = new LedgerAppender();
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            new EventWriter(second).append("a", 0);
            long old = appender.beginEpoch(first).number();
            long current = appender.beginEpoch(second).number();
            assertThatThrownBy(() -> appender.append(first, old, 1, 10)).isInstanceOf(EpochIsOver.class);
            assertThat(audit().entries()).isZero();
            assertThat(appender.append(second, current, 1, 10)).isEqualTo(new LedgerAppender.Appended(1, 1, 1));
        }
    }

    @Test
    void an_event_whose_entry_is_not_kept_is_not_passed_by() throws SQLException {
        LedgerAppender appender = new LedgerAppender();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            EventWriter writer = new EventWriter(connection);
            writer.append("a", 0);
            writer.append("b", 0);
            long epoch = appender.beginEpoch(connection).number();
            statement.execute(
                    "CREATE FUNCTION public.lose() RETURNS trigger LANGUAGE plpgsql AS" + " 'BEGIN RETURN NULL; END'");
            statement.execute("CREATE TRIGGER lose BEFORE INSERT ON ledger.entry FOR EACH ROW"
                    + " WHEN (new.aggregate_id = 'a') EXECUTE FUNCTION public.lose()");
            assertThatThrownBy(() -> appender.append(connection, epoch, 2, 10)).isInstanceOf(NotStored.class);
            assertThat(audit().entries()).isZero();
            statement.execute("DROP FUNCTION public.lose() CASCADE");
            assertThat(appender.append(connection, epoch, 2, 10)).isEqualTo(new LedgerAppender.Appended(2, 2, 2));
        }
    }

    @Test
    void an_epoch_cannot_begin_between_an_older_ones_append_and_its_commit() throws Exception {
        LedgerAppender appender = new LedgerAppender();
        try (Connection old = database.connect();
                Connection next = database.connect()) {
            appender.beginEpoch(old);
            old.setAutoCommit(false);
            try (Statement holds = old.createStatement()) {
                holds.execute("SELECT 1 FROM ledger.state FOR UPDATE");
            }
            AtomicInteger begun = new AtomicInteger();
            Thread other = new Thread(() -> {
                try {
                    appender.beginEpoch(next);
                    begun.incrementAndGet();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            other.start();
            await().during(Duration.ofMillis(200)).until(() -> begun.get() == 0);
            old.commit();
            other.join();
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void a_second_sequencer_takes_over_when_the_leaders_session_is_lost() throws SQLException {
        Sequencer first = start(new LockHolderBarrier());
        await().until(() -> first.status().leading());
        Sequencer second = start(new LockHolderBarrier());
        try (Connection connection = database.connect()) {
            new EventWriter(connection).append("a", 0);
            awaitFaultless(1);
            first.stop();
            await().until(() -> second.status().leading());
            new EventWriter(connection).append("a", 1);
            awaitFaultless(2);
        }
    }

    @Test
    void goes_on_after_its_session_was_killed() throws SQLException {
        Sequencer sequencer = start(new LockHolderBarrier());
        await().until(() -> sequencer.status().leading());
        try (Connection connection = database.connect()) {
            assertThat(strings("SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE locktype = 'advisory' "
                            + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .containsExactly("true");
            new EventWriter(connection).append("a", 0);
            awaitFaultless(1);
        }
    }

    @Test
    void a_leader_that_is_cut_off_loses_its_session_and_another_takes_over() throws SQLException {
        LedgerSessions limited = () -> LedgerSessions.limited(database.connect(), Duration.ofMillis(500));
        try (Connection cutOff = limited.open();
                Statement statement = cutOff.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + Sequencer.LEADER_LOCK + ")");
            Sequencer next = start(new LockHolderBarrier());
            await().atMost(Duration.ofMinutes(2)).until(() -> next.status().leading());
        }
    }

    @Test
    void an_epoch_begins_although_a_leader_was_cut_off_within_its_append() throws SQLException {
        try (Connection cutOff = LedgerSessions.limited(database.connect(), Duration.ofMillis(500));
                Statement statement = cutOff.createStatement();
                Connection next = database.connect()) {
            cutOff.setAutoCommit(false);
            statement.execute("SELECT 1 FROM ledger.state FOR UPDATE");
            assertThat(new LedgerAppender().beginEpoch(next).number()).isPositive();
        }
    }

    @Test
    void announces_every_append_to_those_who_listen() throws SQLException {
        start(new LockHolderBarrier());
        try (Connection listener = database.connect();
                Connection connection = database.connect();
                Statement listen = listener.createStatement()) {
            listen.execute("LISTEN registry_ledger");
            new EventWriter(connection).append("a", 0);
            assertThat(listener.unwrap(PGConnection.class).getNotifications(5_000))
                    .extracting(notification -> notification.getParameter())
                    .containsExactly("1");
        }
    }

    @Test
    void recorded_events_and_entries_cannot_be_changed() throws SQLException {
        start(new LockHolderBarrier());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            new EventWriter(connection).append("a", 0);
            awaitFaultless(1);
            for (String change : List.of(
                    "UPDATE events.domainevententry SET payload = ''",
                    "DELETE FROM events.domainevententry",
                    "TRUNCATE ledger.entry",
                    "UPDATE ledger.entry SET known_at = now()")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("never changed");
            }
        }
    }

    private Sequencer start(CommitBarrier barrier) {
        Sequencer sequencer = new Sequencer(database::connect, barrier, QUICK);
        sequencers.add(sequencer);
        sequencer.start();
        return sequencer;
    }

    private void awaitFaultless(long events) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(audit()).isEqualTo(LedgerAudit.faultless(events)));
    }

    private LedgerAudit audit() throws SQLException {
        try (Connection connection = database.connect()) {
            return LedgerAudit.of(connection);
        }
    }

    private List<String> strings(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (result.next()) {
                found.add(result.getString(1));
            }
            return found;
        }
    }
}
