package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PeriodTest {

    @ParameterizedTest(name = "from {0} until {1}: possible {2}, certain {3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            2012-03-29,  2015-06-01,   2012-03-29/2015-06-01,  2012-03-29/2015-06-01
            2012-03-29,  -,            2012-03-29/,            2012-03-29/
            2012-03-29,  unknown,      2012-03-29/,            none
            2012-03-29,  2012-03-29,   none,                   none
            2012-03-30,  2012-03-29,   none,                   none
            2012,        2015,         2012-01-01/2015-12-31,  2012-12-31/2015-01-01
            2012,        2012,         2012-01-01/2012-12-31,  none
            2012-02,     2012-03,      2012-02-01/2012-03-31,  2012-02-29/2012-03-01
            2011-24,     2012-21,      2011-12-01/2012-05-31,  2012-02-29/2012-03-01
            2012~,       2015~,        2012-01-01/2015-12-31,  2013-01-01/2015-01-01
            2012-06-15?, 2015-06-15?,  2012-06-15/2015-06-15,  2013-01-01/2015-01-01
            2011-24%,    2015-24%,     2011-12-01/2016-02-29,  2013-01-01/2015-01-01
            unknown,     -,            0001-01-01/,            none
            unknown,     2012,         0001-01-01/2012-12-31,  none
            [..2011],    [2013..],     0001-01-01/,            2011-12-31/2013-01-01
            [2011..],    [..2013],     2011-01-01/2013-12-31,  none
            [..2011]~,   [2013..]~,    0001-01-01/,            2012-01-01/2013-01-01
            9999,        -,            9999-01-01/,            none
            9998?,       -,            9998-01-01/,            9999-01-01/
            9999?,       -,            9999-01-01/,            none
            2012,        9999-12-30,   2012-01-01/9999-12-30,  2012-12-31/9999-12-30
            """)
    void possible_and_certain_days(String from, @Nullable String until, String possible, String certain) {
        Period period = period(from, until);
        assertThat(period.possibleDays().map(PeriodTest::print).orElse("none")).isEqualTo(possible);
        assertThat(period.certainDays().map(PeriodTest::print).orElse("none")).isEqualTo(certain);
    }

    @Test
    void spells_that_meet_do_not_overlap_and_one_shared_day_is_enough() {
        assertThat(period("2012", "2014-03-01").certainlyOverlaps(period("2014-03-01", null)))
                .isFalse();
        assertThat(period("2012", "2014-03-02").certainlyOverlaps(period("2014-03-01", null)))
                .isTrue();
        assertThat(period("2012", "2014").certainlyOverlaps(period("2013-12-31", null)))
                .isTrue();
        assertThat(period("2012", "2014").certainlyOverlaps(period("2014", null)))
                .isFalse();
        assertThat(period("2012", "2014~").certainlyOverlaps(period("2013-12-31", null)))
                .isTrue();
        assertThat(period("2012", "2014~").certainlyOverlaps(period("2013-12-31~", null)))
                .isFalse();
    }

    @Test
    void a_spell_is_reversed_only_when_its_end_certainly_comes_first() {
        assertThat(period("2012-03-29", "2012-03-28").certainlyReversed()).isTrue();
        assertThat(period("2012-03-29", "2012-03-29").certainlyReversed()).isFalse();
        assertThat(period("2012-03-29", "2012").certainlyReversed()).isFalse();
        assertThat(period("2012", "2011").certainlyReversed()).isTrue();
        assertThat(period("2012", null).certainlyReversed()).isFalse();
        assertThat(period("2012", "unknown").certainlyReversed()).isFalse();
        assertThat(period("unknown", "2012").certainlyReversed()).isFalse();
    }

    @Test
    void answers_for_single_days() {
        Period period = period("2012", "2015");
        assertThat(period.possible(LocalDate.parse("2011-12-31"))).isFalse();
        assertThat(period.possible(LocalDate.parse("2012-01-01"))).isTrue();
        assertThat(period.certain(LocalDate.parse("2012-12-30"))).isFalse();
        assertThat(period.certain(LocalDate.parse("2012-12-31"))).isTrue();
        assertThat(period.certain(LocalDate.parse("2014-12-31"))).isTrue();
        assertThat(period.certain(LocalDate.parse("2015-01-01"))).isFalse();
        assertThat(period.possible(LocalDate.parse("2015-12-30"))).isTrue();
        assertThat(period.possible(LocalDate.parse("2015-12-31"))).isFalse();
    }

    @Test
    void travels_as_its_two_dates_only() {
        var json = JsonMapper.builder().build();
        String text = "{\"from\":\"2012-21\",\"until\":\"[2014..2015]?\"}";
        assertThat(json.writeValueAsString(json.readValue(text, Period.class))).isEqualTo(text);
        assertThat(json.readValue("{\"from\":\"2012\",\"until\":null}", Period.class))
                .isEqualTo(period("2012", null));
    }

    private static Period period(String from, @Nullable String until) {
        return new Period(HistoricalDate.parse(from), until == null ? null : HistoricalDate.parse(until));
    }

    private static String print(DayRange range) {
        return range.from() + "/" + (range.until() == null ? "" : range.until());
    }
}
