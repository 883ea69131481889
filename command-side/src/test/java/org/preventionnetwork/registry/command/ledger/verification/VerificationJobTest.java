package org.preventionnetwork.registry.command.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.RunningLedger;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.command.ledger.verification.Verification.Verdict;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is made of what the checks say. */
class VerificationJobTest {
    @TempDir
    Path directory;

    private TestDatabase database;
    private LedgerHome home;
    private RunningLedger ledger;
    private volatile boolean away;

    /** The second check, beside the ledger's: says what a test wants it to. */
    private final class Other implements Check {
        private List<Finding> findings = List.of();
        private List<String> unchecked = List.of();
        private boolean fails;

        @Override
        public String name() {
            return "other";
        }

        @Override
        public Outcome run(long position) {
            if (fails) {
                throw new IllegalStateException("a defect");
            }
            return new Outcome(name(), position, position, "looked", findings, unchecked);
        }
    }

    private final Other other = new Other();
    private LedgerCheck check;
    private VerificationJob job;
    private VerificationHealthIndicator health;

    @BeforeEach
    void a_signed_ledger() throws Exception {
        database = TestDatabase.migrated();
        home = RunningLedger.home(directory);
        ledger = new RunningLedger(database, home);
        ledger.record("network:africa", 10);
        ledger.awaitSigned(10);
        check = new LedgerCheck(
                () -> {
                    if (away) {
                        throw new SQLException("away", "08001");
                    }
                    return database.connect();
                },
                home,
                EventSeal.in(directory),
                Duration.ZERO);
        job = started();
        health = new VerificationHealthIndicator(job);
    }

    /** As after a restart, or as another node. */
    private VerificationJob started() {
        DataSource source = new DriverManagerDataSource(database.url()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away) {
                    throw new SQLException("away", "08001");
                }
                return super.getConnection();
            }
        };
        return new VerificationJob(
                check, List.of(other), new KeptVerdict(JdbcClient.create(source)), Clock.systemUTC(), Duration.ZERO);
    }

    private static Health healthOf(VerificationJob node) {
        return new VerificationHealthIndicator(node).health(true);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    private Health health() {
        return health.health(true);
    }

    private static String printed(Verification verification) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StartVerification.print(verification, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void all_that_fits_is_sound_as_of_a_position_and_every_check_is_of_that_one() throws Exception {
        assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
        Verification sound = job.run();
        assertThat(sound.verdict()).isEqualTo(Verdict.SOUND);
        assertThat(sound.position()).isEqualTo(10);
        assertThat(sound.checks()).extracting(Outcome::position).containsExactly(10L, 10L);
        assertThat(printed(sound)).endsWith("SOUND as of position 10" + System.lineSeparator());
        assertThat(StartVerification.exitCode(sound.verdict())).isZero();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void what_could_not_be_checked_is_unchecked_with_its_reason_whatever_kept_it_from_being_checked() throws Exception {
        job.run();
        other.unchecked = List.of("it stands still");
        assertUnchecked("it stands still");
        other.unchecked = List.of();
        other.fails = true;
        assertUnchecked("the check of the other could not be made");
        other.fails = false;
        away = true;
        assertUnchecked("08001");
    }

    private void assertUnchecked(String reason) throws Exception {
        Verification unchecked = job.run();
        assertThat(unchecked.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(unchecked.failure()).contains(reason);
        assertThat(printed(unchecked)).contains("not checked:", reason, "UNCHECKED as of position");
        assertThat(StartVerification.exitCode(unchecked.verdict())).isEqualTo(2);
        assertThat(health().getStatus()).isEqualTo(VerificationHealthIndicator.UNCHECKED);
        assertThat(String.valueOf(health().getDetails().get("unchecked"))).contains(reason);
        assertThat(String.valueOf(health().getDetails().get("before"))).startsWith("SOUND as of position 10");
    }

    @Test
    void a_finding_counts_whatever_else_could_not_be_checked_and_is_not_forgotten_by_a_later_run_that_could_not()
            throws Exception {
        other.findings = List.of(new Finding(3L, null, "PROJECTION_DIFFERS", "a row differs"));
        away = true;
        Verification tampered = job.run();
        assertThat(tampered.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(StartVerification.exitCode(tampered.verdict())).isEqualTo(1);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        other.findings = List.of();
        assertThat(job.run().verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health().getDetails()).containsEntry("first", "a row differs");
        away = false;
        assertThat(job.run().verdict()).isEqualTo(Verdict.SOUND);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    private static final Finding FOUND = new Finding(3L, "an-event", "EVENT_CHANGED", "event 3 was changed");

    @Test
    void what_was_found_is_known_after_a_restart_and_on_every_node_until_a_later_run_is_sound() throws Exception {
        VerificationJob another = started();
        another.run();
        assertThat(healthOf(another).getStatus()).isEqualTo(Status.UP);
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(healthOf(started()).getDetails().get("before").toString()).startsWith("SOUND as of position 10");
        other.findings = List.of(FOUND);
        job.run();
        for (VerificationJob node : List.of(started(), another)) {
            assertThat(healthOf(node).getStatus()).isEqualTo(Status.DOWN);
            assertThat(healthOf(node).getDetails()).containsEntry("first", "event 3 was changed");
            assertThat(node.current()).hasValueSatisfying(known -> {
                assertThat(known.verdict()).isEqualTo(Verdict.TAMPERED);
                assertThat(known.position()).isEqualTo(10);
                assertThat(known.first()).isEqualTo(FOUND);
            });
        }
        other.findings = List.of();
        other.unchecked = List.of("it stands still");
        VerificationJob restarted = started();
        restarted.run();
        assertThat(healthOf(restarted).getStatus()).isEqualTo(Status.DOWN);
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.DOWN);
        other.unchecked = List.of();
        restarted.run();
        assertThat(healthOf(restarted).getStatus()).isEqualTo(Status.UP);
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void a_run_that_began_before_something_was_found_does_not_clear_it() throws Exception {
        KeptVerdict kept = new KeptVerdict(JdbcClient.create(new DriverManagerDataSource(database.url())));
        long began = kept.number();
        Verification sound = job.run();
        other.findings = List.of(FOUND);
        started().run();
        kept.keep(sound, began);
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void whoever_takes_what_was_found_away_or_turns_it_round_makes_it_not_verified_and_never_sound() throws Exception {
        other.findings = List.of(FOUND);
        job.run();
        execute("UPDATE ledger.verdict SET verdict = 'SOUND', code = NULL, detail = NULL");
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(started().current()).isEmpty();
        execute("DELETE FROM ledger.verdict");
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(started().current()).isEmpty();
        assertThat(healthOf(job).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void what_was_found_while_the_database_was_away_is_kept_when_it_is_back() throws Exception {
        other.findings = List.of(FOUND);
        away = true;
        job.run();
        assertThat(healthOf(job).getStatus()).isEqualTo(Status.DOWN);
        away = false;
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(healthOf(job).getStatus()).isEqualTo(Status.DOWN);
        assertThat(healthOf(started()).getStatus()).isEqualTo(Status.DOWN);
    }
}
