package org.preventionnetwork.registry.api.time;

import static org.preventionnetwork.registry.api.time.HistoricalDate.END_OF_TIME;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spell of something that holds, between two dates that may be imprecise. A day is <em>possible</em> when the spell
 * can have contained it, <em>certain</em> when it must have; every certain day is possible. A spell may have no day at
 * all, and one whose dates are reversed has none.
 *
 * @param from the first day on which it holds
 * @param until the first day on which it no longer holds; without it, it has not ended; when unknown, it has ended and
 *     nobody knows when
 */
public record Period(HistoricalDate from, @Nullable HistoricalDate until) {

    public boolean possible(LocalDate day) {
        return possibleDays().filter(days -> days.contains(day)).isPresent();
    }

    public boolean certain(LocalDate day) {
        return certainDays().filter(days -> days.contains(day)).isPresent();
    }

    /** The days from {@code from.earliest()} until {@code until.latest()}; never an empty range. */
    public Optional<DayRange> possibleDays() {
        LocalDate end = until == null || until.latest().equals(END_OF_TIME) ? null : until.latest();
        return DayRange.nonEmpty(from.earliest(), end);
    }

    /** The days from {@code from.certainFrom()} until {@code until.certainUntil()}; never an empty range. */
    public Optional<DayRange> certainDays() {
        if (from.certainFrom().equals(END_OF_TIME)) {
            return Optional.empty();
        }
        return DayRange.nonEmpty(from.certainFrom(), until == null ? null : until.certainUntil());
    }

    /** Whether some day lies certainly in both. */
    public boolean certainlyOverlaps(Period other) {
        return certainDays()
                .flatMap(mine -> other.certainDays().flatMap(mine::intersect))
                .isPresent();
    }

    /** Whether it ends before it begins, whatever days its dates mean. */
    public boolean certainlyReversed() {
        return until != null && until.certainlyBefore(from);
    }
}
