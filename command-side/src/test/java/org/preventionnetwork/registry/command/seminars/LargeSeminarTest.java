package org.preventionnetwork.registry.command.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentClosed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentOpened;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule;

/** An online course with 20,000 enrolments; what a command costs is printed, for machines differ. */
class LargeSeminarTest {
    private static final Provenance WHO = new Provenance("local", "SECRETARIAT", "list", null, "because", null);
    private static final SamePerson ALONE = SamePerson.by(null);
    private static final int ENROLLMENTS = 20_000;
    private static final int SAMPLE = 1_000;

    private final Seminar seminar = new Seminar(this::apply);
    private final EnrollmentDesk desk = new EnrollmentDesk(seminar);
    private int events;

    private void apply(RegistryEvent event) {
        events++;
        seminar.on(event, WHO);
    }

    @Test
    void takes_commands_about_single_enrolments_as_a_small_one_does() {
        seminar.record(scheduled(ENROLLMENTS), WHO);
        timed("nominate", ENROLLMENTS, i -> desk.nominate(nominate("e" + i, "2019-01"), ALONE, WHO));
        timed("accept", ENROLLMENTS - SAMPLE, i -> desk.take(accepted("e" + i, "2019-02"), ALONE, WHO));
        timed("waitlist", SAMPLE, i -> desk.take(waitlisted("e" + (ENROLLMENTS - SAMPLE + i), "2019-02"), ALONE, WHO));
        seminar.changeCapacity(capacity("less", ENROLLMENTS - SAMPLE, null), ALONE, WHO);
        timed("withdraw and promote", SAMPLE, i -> desk.take(withdrawn("e" + i, "2019-03"), ALONE, WHO));
        timed(
                "correct",
                SAMPLE,
                i -> seminar.correct(
                        correct("a-e" + (SAMPLE + i), "{\"on\": \"2019-02-1" + i % 9 + "\"}"), ALONE, WHO));
        timed("annul", SAMPLE, i -> seminar.annul(annul("a-e" + (SAMPLE + i)), ALONE, WHO));
        timed(
                "change of the edition",
                10,
                i -> seminar.supersede(
                        SeminarSchedule.ENROLLMENT_OPEN,
                        i % 2 == 0
                                ? new EnrollmentOpened(SEMINAR, fact("turn-" + i), null)
                                : new EnrollmentClosed(SEMINAR, fact("turn-" + i), null),
                        WHO));
        timed("cancel", 1, i -> seminar.cancel(cancelled("2019-04"), WHO));

        assertThat(seminar.enrollments().status("e" + (ENROLLMENTS - 1))).isEqualTo(EnrollmentStatus.CANCELLED);
        assertThat(seminar.enrollments().status("e0")).isEqualTo(EnrollmentStatus.WITHDRAWN);
        assertThat(seminar.timeline().version()).isEqualTo(events);
    }

    private interface Command {
        void run(int number);
    }

    private static void timed(String what, int times, Command command) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            command.run(i);
        }
        System.out.printf("%-24s %8.1f µs each%n", what, (System.nanoTime() - start) / 1000.0 / times);
    }
}
