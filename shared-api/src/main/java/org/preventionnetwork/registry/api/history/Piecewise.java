package org.preventionnetwork.registry.api.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Makes segments of a question that is asked for a day: between two neighbouring bounds the answer is the same, so it
 * is asked once for each stretch, and equal neighbours become one segment.
 */
public final class Piecewise {
    private final TreeSet<LocalDate> bounds = new TreeSet<>();

    /** Adds every day on which a comparison with the date can change its outcome. */
    public Piecewise bound(@Nullable HistoricalDate date) {
        if (date != null) {
            bound(date.earliest());
            bound(date.latest());
            bound(date.certainFrom());
            bound(date.certainUntil());
        }
        return this;
    }

    public Piecewise bound(LocalDate day) {
        if (day.isAfter(HistoricalDate.BEGINNING) && day.isBefore(HistoricalDate.END_OF_TIME)) {
            bounds.add(day);
        }
        return this;
    }

    /**
     * @param at the answer for a day; null where there is none. Must compare days with the bounds only.
     */
    public <V> List<Segment<V>> segments(Function<LocalDate, @Nullable Held<V>> at) {
        List<Segment<V>> segments = new ArrayList<>();
        LocalDate from = null;
        List<LocalDate> starts = new ArrayList<>(bounds);
        for (int i = 0; i <= starts.size(); i++) {
            LocalDate until = i < starts.size() ? starts.get(i) : null;
            Held<V> held = at.apply(from == null ? HistoricalDate.BEGINNING : from);
            if (held != null) {
                Segment<V> last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
                if (last != null
                        && Objects.equals(last.until(), from)
                        && last.value().equals(held)) {
                    segments.set(segments.size() - 1, new Segment<>(last.from(), until, held));
                } else {
                    segments.add(new Segment<>(from, until, held));
                }
            }
            from = until;
        }
        return segments;
    }
}
