package org.preventionnetwork.registry.api.history;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Values of which each supersedes the one before. What is certainly earlier comes first; where dates leave that open, or
 * a value has none, the order of recording decides. A value without a date holds on all days.
 */
public final class Succession<T> {
    private final List<T> ordered;
    private final Function<T, @Nullable HistoricalDate> date;

    /** @param recorded in the order of recording */
    public Succession(List<T> recorded, Function<T, @Nullable HistoricalDate> date) {
        this.date = date;
        this.ordered = EffectiveOrder.of(recorded, date);
    }

    /** @param certain whether the answer does not depend on what imprecise dates mean */
    public record At<T>(T value, boolean certain) {}

    /**
     * The value that answers on a day: the one that certainly holds; where none does, the first that possibly holds, as
     * uncertain; null before the first. Each holds until the date of the next.
     */
    public @Nullable At<T> at(LocalDate day) {
        T possible = null;
        for (int i = undatedFrom(); i < ordered.size(); i++) {
            HistoricalDate from = date.apply(ordered.get(i));
            HistoricalDate until = i + 1 < ordered.size() ? date.apply(ordered.get(i + 1)) : null;
            boolean isCertain = (from == null || !from.certainFrom().isAfter(day))
                    && (until == null || day.isBefore(until.certainUntil()));
            if (isCertain) {
                return new At<>(ordered.get(i), true);
            }
            boolean isPossible =
                    (from == null || !from.earliest().isAfter(day)) && (until == null || day.isBefore(until.latest()));
            if (isPossible && possible == null) {
                possible = ordered.get(i);
            }
        }
        return possible == null ? null : new At<>(possible, false);
    }

    /** The last value without a date: it leaves no day to those before. */
    private int undatedFrom() {
        int from = 0;
        for (int i = 0; i < ordered.size(); i++) {
            if (date.apply(ordered.get(i)) == null) {
                from = i;
            }
        }
        return from;
    }

    public List<T> ordered() {
        return ordered;
    }

    /** What holds in the end, or null when there is nothing. */
    public @Nullable T last() {
        return ordered.isEmpty() ? null : ordered.get(ordered.size() - 1);
    }

    public void bound(Piecewise days) {
        ordered.forEach(value -> days.bound(date.apply(value)));
    }
}
