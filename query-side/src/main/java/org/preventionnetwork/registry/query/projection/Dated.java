package org.preventionnetwork.registry.query.projection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Values that replace each other from dates on, such as names. Those without a date hold from the beginning, in the
 * order in which they were recorded.
 */
public final class Dated<T> {
    private final List<T> ordered;
    private final Function<T, @Nullable HistoricalDate> date;

    /** @param recorded in the order of recording, which decides between equal dates */
    public Dated(List<T> recorded, Function<T, @Nullable HistoricalDate> date) {
        this.date = date;
        this.ordered = recorded.stream()
                .sorted(Comparator.<T, LocalDate>comparing(value -> earliest(date.apply(value)))
                        .thenComparing(value -> latest(date.apply(value))))
                .toList();
    }

    /** The value that possibly holds on a day, or null before the first. */
    public @Nullable T on(LocalDate day) {
        T found = null;
        for (T value : ordered) {
            if (!earliest(date.apply(value)).isAfter(day)) {
                found = value;
            }
        }
        return found;
    }

    /** Whether the answer for a day does not depend on what the imprecise dates mean. */
    public boolean certainOn(LocalDate day) {
        for (T value : ordered) {
            HistoricalDate from = date.apply(value);
            if (from != null
                    && !from.earliest().isAfter(day)
                    && from.certainFrom().isAfter(day)) {
                return false;
            }
        }
        return true;
    }

    public void bound(Piecewise days) {
        ordered.forEach(value -> days.bound(date.apply(value)));
    }

    private static LocalDate earliest(@Nullable HistoricalDate date) {
        return date == null ? HistoricalDate.BEGINNING : date.earliest();
    }

    private static LocalDate latest(@Nullable HistoricalDate date) {
        return date == null ? HistoricalDate.BEGINNING : date.latest();
    }
}
