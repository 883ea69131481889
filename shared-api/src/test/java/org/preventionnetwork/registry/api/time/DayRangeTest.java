package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DayRangeTest {

    @Test
    void contains_its_first_day_and_not_its_end() {
        DayRange march = range("2012-03-01", "2012-04-01");
        assertThat(march.contains(LocalDate.parse("2012-02-29"))).isFalse();
        assertThat(march.contains(LocalDate.parse("2012-03-01"))).isTrue();
        assertThat(march.contains(LocalDate.parse("2012-03-31"))).isTrue();
        assertThat(march.contains(LocalDate.parse("2012-04-01"))).isFalse();
    }

    @Test
    void without_an_end_it_contains_every_later_day() {
        assertThat(range("2012-03-01", null).contains(LocalDate.MAX)).isTrue();
        assertThat(range("2012-03-01", null).isEmpty()).isFalse();
    }

    @Test
    void is_empty_only_when_it_ends_on_the_day_it_begins() {
        assertThat(range("2012-03-01", "2012-03-01").isEmpty()).isTrue();
        assertThat(range("2012-03-01", "2012-03-01").contains(LocalDate.parse("2012-03-01")))
                .isFalse();
        assertThat(range("2012-03-01", "2012-03-02").isEmpty()).isFalse();
    }

    @Test
    void cannot_end_before_it_begins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range("2012-03-02", "2012-03-01"))
                .withMessage("a range of days cannot end on 2012-03-01 before it begins on 2012-03-02");
    }

    @Test
    void intersects_in_the_days_of_both() {
        DayRange spring = range("2012-03-01", "2012-06-01");
        assertThat(spring.intersect(range("2012-05-01", null))).contains(range("2012-05-01", "2012-06-01"));
        assertThat(range("2012-05-01", null).intersect(spring)).contains(range("2012-05-01", "2012-06-01"));
        assertThat(spring.intersect(range("2012-01-01", "2012-03-02"))).contains(range("2012-03-01", "2012-03-02"));
        assertThat(range("2012-01-01", null).intersect(range("2013-01-01", null)))
                .contains(range("2013-01-01", null));
    }

    @Test
    void has_no_intersection_with_a_neighbour_or_with_an_empty_range() {
        DayRange march = range("2012-03-01", "2012-04-01");
        assertThat(march.intersect(range("2012-04-01", null))).isEmpty();
        assertThat(march.intersect(range("2012-02-01", "2012-03-01"))).isEmpty();
        assertThat(march.intersect(range("2012-03-15", "2012-03-15"))).isEmpty();
    }

    @Test
    void travels_as_its_two_days_only() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(range("2012-03-01", null)))
                .isEqualTo("{\"from\":\"2012-03-01\",\"until\":null}");
        assertThat(json.readValue("{\"from\":\"2012-03-01\",\"until\":\"2012-04-01\"}", DayRange.class))
                .isEqualTo(range("2012-03-01", "2012-04-01"));
    }

    private static DayRange range(String from, @Nullable String until) {
        return new DayRange(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
