package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.seminars.Unconcluded.Waiting;

/** What was completed at a seminar that nobody concluded waits on the list of work until somebody does. */
class UnconcludedTest {
    @Test
    void a_completion_at_a_seminar_nobody_concluded_is_on_the_list_until_somebody_does() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            Unconcluded list = new Unconcluded(
                    answers.bean(DataSource.class),
                    request -> new Caller("auditor", EnumSet.of(Role.AUDITOR), Set.of()));
            long planned = answers.record(
                    official("ana", "GH"),
                    scheduled("open", "global", "2024-05-05", true),
                    scheduled("later", "global", "2030-05-05", true),
                    scheduled("done", "global", "2023-05-05", true),
                    concluded("done"),
                    outcome("done", "ana", EnrollmentStatus.COMPLETED, "2023-05-09"),
                    outcome("open", "ana", EnrollmentStatus.COMPLETED, "2024-05-11"));
            assertThat(list.waiting(at("2024-06-01", planned)))
                    .containsExactly(new Waiting("open", "Seminar open", "2024-05-05", 1));
            assertThat(list.waiting(at("2024-05-01", planned))).isEmpty();
            long held = answers.record(concluded("open"));
            assertThat(list.waiting(at("2024-06-01", held))).isEqualTo(List.of());
            assertThat(list.waiting(at("2024-06-01", planned))).hasSize(1);
        }
    }

    private static Clocks at(String day, long position) {
        return new Clocks(day, LocalDate.parse(day), Instant.EPOCH, position, 0);
    }
}
