package org.preventionnetwork.registry.command.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.command.TestDatabase;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

class RecordingClockTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private JdbcTemplate database;
    private final Node node = new Node();

    /** A machine whose clock can be set, and that can sleep. */
    private final class Node implements SteadyClock {
        private Instant wall = NOW;
        private Duration awake = Duration.ZERO;
        private Duration asleep = Duration.ZERO;
        private RecordingClock clock;

        Node started() {
            clock = new RecordingClock(
                    wall(), this, new ClockConfirmations(database), Duration.ofMinutes(5), DAY.multipliedBy(30));
            return this;
        }

        private java.time.Clock wall() {
            InstantSource source = () -> wall;
            return source.withZone(ZoneOffset.UTC);
        }

        void pass(Duration time) {
            awake = awake.plus(time);
            wall = wall.plus(time);
        }

        void set(Duration by) {
            wall = wall.plus(by);
        }

        void records() {
            clock.require(wall);
            database.update(
                    """
                    WITH recorded AS (
                        INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type,
                            timestamp, payloadtype, payload, metadata)
                        SELECT gen_random_uuid(), 'network:africa', last_position, 'Test', ?, 'test.Happened', '{}', '{}'
                        FROM ledger.state RETURNING *),
                    placed AS (
                        INSERT INTO ledger.entry
                        SELECT last_position + 1, globalindex, eventidentifier, aggregateidentifier, sequencenumber,
                            greatest(last_known_at, timestamp::timestamptz), sha256('')
                        FROM recorded, ledger.state RETURNING *)
                    UPDATE ledger.state SET last_position = position, last_known_at = known_at, floor = global_index
                    FROM placed
                    """,
                    wall.toString());
        }

        void refuses(String... words) {
            assertThatThrownBy(() -> clock.require(wall)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(RefusalCode.CLOCK_IN_DOUBT);
                assertThat(refused.refusal().detail()).contains("Set it right");
                for (String word : words) {
                    assertThat(refused.refusal().detail()).contains(word);
                }
            });
            assertThat(health()).isEqualTo(Status.DOWN);
        }

        Status health() {
            return new ClockHealthIndicator(clock, new ClockConfirmations(database), wall())
                    .health(true)
                    .getStatus();
        }

        @Override
        public Duration elapsed() {
            return awake;
        }

        @Override
        public Duration elapsedWithSleep() {
            return awake.plus(asleep);
        }
    }

    @BeforeEach
    void an_empty_registry() throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.migrated().url());
        source.setUser("postgres");
        database = new JdbcTemplate(source);
        node.started();
    }

    @Test
    void a_leap_ahead_stops_the_recording_until_the_clock_is_set_right() {
        node.records();
        node.pass(Duration.ofHours(1));
        node.set(DAY.multipliedBy(400));
        node.refuses("the clock says 2028-01-04T11:00:00Z", "it should be 2026-11-30T11:00:00Z");
        node.pass(DAY);
        node.refuses();
        node.set(DAY.multipliedBy(-400));
        node.records();
        assertThat(node.health()).isEqualTo(Status.UP);
        node.set(Duration.ofMinutes(6));
        node.refuses();
    }

    @Test
    void an_event_that_was_stamped_during_a_leap_does_not_pass_after_it() {
        assertThatThrownBy(() -> node.clock.require(NOW.plus(DAY))).isInstanceOf(Refused.class);
        node.records();
    }

    @Test
    void an_administrators_word_is_kept_and_holds_for_this_leap_only() {
        node.records();
        node.set(DAY.multipliedBy(400));
        node.refuses();
        node.clock.confirm("head-of-office");
        node.clock.confirm("somebody-late");
        node.records();
        assertThat(database.queryForList(
                        "SELECT actor || ' ' || (instant AT TIME ZONE 'UTC')::date" + " FROM ledger.clock_confirmation",
                        String.class))
                .containsExactly("head-of-office 2028-01-04");
        node.set(Duration.ofMinutes(6));
        node.refuses();
        Node restarted = new Node();
        restarted.wall = node.wall;
        restarted.started().records();
    }

    @Test
    void neither_sleep_nor_slewing_nor_many_days_are_a_leap() {
        node.records();
        node.asleep = DAY;
        node.set(DAY);
        node.records();
        for (int day = 0; day < 90; day++) {
            node.pass(DAY);
            node.set(Duration.ofSeconds(8));
            node.records();
        }
    }

    @Test
    void many_small_steps_are_a_leap() {
        for (int step = 0; step < 5; step++) {
            node.records();
            node.pass(Duration.ofMinutes(1));
            node.set(Duration.ofMinutes(1));
        }
        node.records();
        node.set(Duration.ofMinutes(1));
        node.refuses();
    }

    @Test
    void a_clock_that_is_set_back_records_on_and_may_come_back() {
        node.records();
        node.set(DAY.multipliedBy(-400));
        node.records();
        assertThat(node.health()).isEqualTo(Status.UP);
        node.set(DAY.multipliedBy(400));
        node.records();
        node.set(DAY);
        node.refuses();
    }

    @Test
    void a_start_long_after_the_last_recorded_instant_waits_for_a_word_also_on_other_nodes() {
        node.records();
        Node late = new Node();
        late.wall = NOW.plus(DAY.multipliedBy(400));
        late.started().refuses("400 days after the last recorded instant, 2026-11-30T10:00:00Z");
        Node other = new Node();
        other.wall = late.wall.plusSeconds(20);
        other.started().refuses();
        Node wrong = new Node();
        wrong.wall = late.wall.plus(DAY.multipliedBy(50));
        wrong.started().refuses();
        late.pass(Duration.ofHours(2));
        other.pass(Duration.ofHours(2));
        wrong.pass(Duration.ofHours(2));
        late.clock.confirm("head-of-office");
        late.records();
        other.records();
        wrong.refuses();
        wrong.wall = late.wall;
        wrong.started().records();
    }

    @Test
    void a_start_within_the_days_that_are_allowed_or_with_a_clock_that_is_behind_records() {
        node.records();
        Node later = new Node();
        later.wall = NOW.plus(DAY.multipliedBy(29));
        later.started().clock.require(later.wall);
        Node behind = new Node();
        behind.wall = Instant.EPOCH;
        behind.started().records();
        behind.wall = NOW.plusSeconds(60);
        behind.records();
        behind.set(DAY);
        behind.refuses();
    }

    @Test
    void a_wrong_start_that_is_set_right_needs_no_word() {
        node.records();
        Node late = new Node();
        late.wall = NOW.plus(DAY.multipliedBy(400));
        late.started().refuses();
        late.wall = NOW.plusSeconds(60);
        late.records();
        late.set(DAY);
        late.refuses();
    }

    @Test
    void nothing_is_recorded_while_the_ledgers_state_contradicts_its_last_entry() {
        node.records();
        node.pass(Duration.ofHours(1));
        node.records();
        database.update("UPDATE ledger.state SET last_known_at = last_known_at + interval '20 years'");
        node.pass(Duration.ofSeconds(1));
        node.refuses("last_known_at of ledger.state is 2046-11-30T11:00Z");
        node.clock.confirm("head-of-office");
        node.refuses();
        Node restarted = new Node();
        restarted.wall = NOW.plus(DAY.multipliedBy(400));
        restarted.started().refuses("last_known_at");
        database.update("UPDATE ledger.state SET last_known_at = (SELECT max(known_at) FROM ledger.entry)");
        node.pass(Duration.ofSeconds(1));
        node.records();
        restarted.pass(Duration.ofSeconds(1));
        restarted.refuses("399 days after the last recorded instant");
    }

    @Test
    void a_confirmation_that_has_not_come_yet_allows_no_leap() {
        node.records();
        database.update("INSERT INTO ledger.clock_confirmation (instant, actor, confirmed_at)"
                + " VALUES ('2036-11-30T10:00Z', 'admin', '2026-11-30T10:00Z')");
        Node restarted = new Node().started();
        restarted.set(DAY.multipliedBy(400));
        restarted.refuses("the clock says 2028-01-04T10:00:00Z");
    }
}
