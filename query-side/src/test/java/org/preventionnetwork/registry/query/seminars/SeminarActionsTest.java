package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;

class SeminarActionsTest {
    @Test
    void a_seminar_that_was_concluded_is_offered_neither_new_dates_nor_another_end_though_it_is_in_session() {
        String[] refused = {"reschedule-seminar", "conclude-seminar", "cancel-seminar"};
        for (String status : List.of("PLANNED", "CONVENED", "HELD")) {
            assertThat(SeminarActions.of(seminar(status), true)).as(status).doesNotContain(refused);
        }
        assertThat(SeminarActions.of(seminar("CONVENED"), false)).contains("reschedule-seminar", "conclude-seminar");
    }

    private static SeminarItem seminar(String status) {
        List<String> none = List.of();
        return new SeminarItem(
                "s", "S", "p", "GLOBAL", null, null, null, "2012", null, null, null, null, null, null, none, false,
                none, none, null, status, true, true, "f", null);
    }
}
