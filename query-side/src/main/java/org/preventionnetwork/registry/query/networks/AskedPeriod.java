package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;
import org.preventionnetwork.registry.query.networks.NetworkActivity.Interval;

/** Of which years a network's activity is asked for, and in what steps. */
@Question
record AskedPeriod(
        @Means(
                        value =
                                "The first day, the earliest that the date can mean. Without it, ten years before the last.",
                        example = "2010")
                @Nullable
                HistoricalDate from,
        @Means(
                        value = "The last day, the latest that the date can mean. Without it, the day of the clock.",
                        example = "2015")
                @Nullable
                HistoricalDate to,
        @Means("Of what length the periods are; year without it.") @Nullable Interval interval) {
    private static final int LONGEST_YEARS = 200;

    /** The days from the first to the last, both included. */
    record Days(LocalDate first, LocalDate last) {}

    /** @throws MalformedQuestion when the last is before the first, or too far from it */
    Days until(LocalDate day) {
        LocalDate last = to == null ? day : to.latest();
        LocalDate first = from == null ? last.minusYears(10) : from.earliest();
        if (last.isBefore(first) || last.getYear() - first.getYear() > LONGEST_YEARS) {
            throw new MalformedQuestion(
                    "from", "a date before to, by at most " + LONGEST_YEARS + " years, is accepted");
        }
        return new Days(first, last);
    }

    Interval step() {
        return interval == null ? Interval.YEAR : interval;
    }
}
