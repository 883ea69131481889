package org.preventionnetwork.registry.api.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days from {@code from} on and before {@code until}, as PostgreSQL's {@code daterange} holds them.
 *
 * @param until the first day no longer in it; without it, the range never ends
 */
public record DayRange(LocalDate from, @Nullable LocalDate until) {

    public DayRange {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a range of days cannot end on %s before it begins on %s".formatted(until, from));
        }
    }

    /** The range, unless no day lies in it. */
    public static Optional<DayRange> nonEmpty(LocalDate from, @Nullable LocalDate until) {
        return until == null || from.isBefore(until) ? Optional.of(new DayRange(from, until)) : Optional.empty();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The days in both; never an empty range. */
    public Optional<DayRange> intersect(DayRange other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        return nonEmpty(later, earlierEnd(until, other.until));
    }

    @JsonIgnore
    public boolean isEmpty() {
        return from.equals(until);
    }

    private static @Nullable LocalDate earlierEnd(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
