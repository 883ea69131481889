package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.FailingSessions.Failure;

/** The sequencer fails at each of its steps in turn, and goes on by itself: nothing is lost, nothing is there twice. */
@Tag("slow")
class SequencerCrashTest {
    private static final Sequencer.Settings QUICK =
            new Sequencer.Settings(Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(5), 2);
    /** Becoming leader, beginning an epoch, looking twice for writers, three appends of four statements each. */
    private static final int FEWEST_STEPS = 18;

    private Sequencer sequencer;

    @AfterEach
    void stop() {
        sequencer.stop();
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_at_any_step_loses_nothing_and_doubles_nothing(Failure failure) throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        boolean failedOnTheWay = true;
        int step = 0;
        try (Connection connection = database.connect();
                Connection slow = database.connect()) {
            slow.setAutoCommit(false);
            while (failedOnTheWay) {
                step++;
                failedOnTheWay = appendFive(database, connection, slow, step, failure);
            }
        }
        assertThat(step).as("steps of a whole run").isGreaterThan(FEWEST_STEPS);
    }

    /** @return whether the failure came before all five had their positions */
    private boolean appendFive(TestDatabase database, Connection connection, Connection slow, int step, Failure failure)
            throws SQLException {
        EventWriter writer = new EventWriter(connection);
        EventWriter late = new EventWriter(slow);
        String aggregate = failure + "-" + step;
        late.append(aggregate, 0);
        writer.append(aggregate + "-other", 0);
        late.append(aggregate, 1);
        writer.append(aggregate + "-other", 1);
        late.append(aggregate, 2);
        FailingSessions sessions = new FailingSessions(database, step, failure);
        sequencer = new Sequencer(sessions, new LockHolderBarrier(), QUICK);
        sequencer.start();
        int waiting = sessionsSteps(step);
        await().pollInterval(Duration.ofMillis(1)).until(() -> sessions.steps() >= waiting);
        slow.commit();
        await(failure + " at step " + step)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () -> assertThat(LedgerAudit.of(connection)).isEqualTo(LedgerAudit.faultless(5L * step)));
        boolean failed = sessions.hasFailed();
        sequencer.stop();
        return failed;
    }

    /** Enough to have looked for writers twice, or to have failed before. */
    private static int sessionsSteps(int failingStep) {
        return Math.min(failingStep, 6);
    }
}
