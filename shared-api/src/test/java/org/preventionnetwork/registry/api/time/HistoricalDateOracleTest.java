package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.text.Cases;

/** Random dates, compared day by day with what their words mean. */
class HistoricalDateOracleTest {

    private static final int CASES = 3_000;

    @Test
    void parsing_what_was_printed_gives_the_same_date() {
        Cases.run(CASES, random -> {
            String text = WrittenDate.random(random, WrittenDate.randomBaseYear(random))
                    .text();
            HistoricalDate date = HistoricalDate.parse(text);
            assertThat(date.toString()).isEqualTo(text);
            assertThat(HistoricalDate.parse(date.toString())).isEqualTo(date).hasSameHashCodeAs(date);
        });
    }

    @Test
    void earliest_and_latest_are_the_first_and_the_last_day_that_it_can_mean() {
        Cases.run(CASES, random -> {
            WrittenDate written = WrittenDate.random(random, WrittenDate.randomBaseYear(random));
            HistoricalDate date = HistoricalDate.parse(written.text());
            LocalDate first = written.openBelow() ? LocalDate.of(1, 1, 1) : written.first();
            LocalDate last = written.openAbove() || written.last().getYear() > 9999
                    ? LocalDate.of(9999, 12, 31)
                    : written.last();
            assertThat(date.earliest()).as(written.text()).isEqualTo(first);
            assertThat(date.latest()).as(written.text()).isEqualTo(last);
        });
    }

    @Test
    void one_date_is_certainly_before_another_when_every_day_of_it_is() {
        Cases.run(CASES, random -> {
            int baseYear = WrittenDate.randomBaseYear(random);
            WrittenDate one = WrittenDate.random(random, baseYear);
            WrittenDate other = WrittenDate.random(random, baseYear);
            boolean everyDayBefore =
                    other.days().stream().noneMatch(day -> one.days().nextSetBit(day) >= 0);
            assertThat(HistoricalDate.parse(one.text()).certainlyBefore(HistoricalDate.parse(other.text())))
                    .as("%s before %s", one.text(), other.text())
                    .isEqualTo(everyDayBefore);
        });
    }

    @Test
    void a_text_with_one_sign_changed_is_read_back_as_written_or_refused_with_what_is_accepted() {
        String signs = "0123456789-.[]?~%unkow /:TX٣\u0000";
        Cases.run(CASES, random -> {
            var text = new StringBuilder(WrittenDate.random(random, WrittenDate.randomBaseYear(random))
                    .text());
            int place = random.nextInt(text.length());
            String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
            text.replace(place, place + random.nextInt(2), sign);
            try {
                HistoricalDate date = HistoricalDate.parse(text.toString());
                assertThat(date.toString()).isEqualTo(text.toString());
                assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
            } catch (InvalidHistoricalDate refusal) {
                assertThat(refusal.getMessage())
                        .endsWith("Accepted: " + InvalidHistoricalDate.ACCEPTED + ".")
                        .hasSizeLessThan(450);
            }
        });
    }
}
