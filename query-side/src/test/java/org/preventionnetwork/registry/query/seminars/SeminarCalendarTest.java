package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeminarCalendarTest {
    private static final int MONTH = SeminarCalendar.WIDTH / 12;

    @ParameterizedTest
    @CsvSource({
        "2022-03-01,2022-03-03,2",
        "2022-12-30,2022-12-31,11",
        "2022-07-01,2022-07-31,6",
        "2024-02-29,,1",
        "2022-01-01,,0",
        "2022-11-01,2022-11-02,10"
    })
    void a_seminar_is_drawn_within_its_month(String starts, @Nullable String ends, int month) {
        SeminarCalendar.Row row = row(starts, ends);
        assertThat(row.x()).isBetween(month * MONTH, (month + 1) * MONTH - 1);
        assertThat(row.x() + row.width()).isLessThanOrEqualTo((month + 1) * MONTH + 10);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-04,2025-03,true", "2025-03-04,,true", "2025-03,2025-03,false", "2025-03-04~,2025-03,false"})
    void its_first_day_is_certain_where_it_is_known(String starts, @Nullable String ends, boolean certain) {
        SeminarCalendar.Row row = row(starts, ends);
        assertThat(row.certainWidth() > 0).isEqualTo(certain);
        if (certain) {
            assertThat(row.certainX()).isEqualTo(row.x());
        }
    }

    private static SeminarCalendar.Row row(String starts, @Nullable String ends) {
        SeminarItem seminar = new SeminarItem(
                "s-1",
                "A seminar",
                "p-1",
                "GLOBAL",
                null,
                null,
                null,
                starts,
                ends,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                "PLANNED",
                false,
                true,
                "f-1",
                null);
        return SeminarCalendar.of(Integer.parseInt(starts.substring(0, 4)), List.of(seminar), "en")
                .rows()
                .get(0);
    }
}
