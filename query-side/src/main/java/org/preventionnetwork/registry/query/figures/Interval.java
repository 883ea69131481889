package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a figure can be on the days of a date.
 *
 * @param minimum the least that certainly counts on one of the days
 * @param possible the most that can count on one of the days, of what is recorded
 * @param open whether more can count than is recorded
 */
public record Interval(long minimum, long possible, boolean open) {

    /** The most that can count; null where there is no saying. */
    public @Nullable Long maximum() {
        return open ? null : possible;
    }

    /** Counts only what these rows tell. */
    public static Interval of(Collection<FigureRow> rows, LocalDate first, LocalDate last) {
        return over(rows.stream().map(FigureRow::counted).toList(), first, last);
    }

    /** @param last the last day, included */
    static Interval over(Collection<Counted> rows, LocalDate first, LocalDate last) {
        return Course.of(rows).interval(first, last);
    }
}
