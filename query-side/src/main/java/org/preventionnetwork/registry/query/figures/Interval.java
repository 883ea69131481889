package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.DayRange;

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
        Map<String, List<Counted>> byKey = new HashMap<>();
        List<List<Counted>> single = new ArrayList<>();
        boolean open = false;
        for (Counted row : rows) {
            DayRange possible = row.possible();
            open |= row.open()
                    && !possible.from().isAfter(last)
                    && (possible.until() == null || possible.until().isAfter(first));
            if (row.key() == null) {
                single.add(List.of(row));
            } else {
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
            }
        }
        single.addAll(byKey.values());
        NavigableMap<LocalDate, Long> certain = changes(single, Counted::certain);
        NavigableMap<LocalDate, Long> possible = changes(single, Counted::possible);
        return new Interval(extreme(certain, first, last, -1), extreme(possible, first, last, 1), open);
    }

    /** By how much the total changes on which day. */
    private static NavigableMap<LocalDate, Long> changes(
            List<List<Counted>> keys, Function<Counted, @Nullable DayRange> when) {
        NavigableMap<LocalDate, Long> changes = new TreeMap<>();
        for (List<Counted> rows : keys) {
            long before = 0;
            for (LocalDate day : bounds(rows, when)) {
                long here = 0;
                for (Counted row : rows) {
                    DayRange range = when.apply(row);
                    if (range != null && range.contains(day)) {
                        here = Math.max(here, row.count() * row.times());
                    }
                }
                changes.merge(day, here - before, Long::sum);
                before = here;
            }
        }
        return changes;
    }

    private static TreeSet<LocalDate> bounds(List<Counted> rows, Function<Counted, @Nullable DayRange> when) {
        TreeSet<LocalDate> bounds = new TreeSet<>();
        for (Counted row : rows) {
            DayRange range = when.apply(row);
            if (range != null) {
                bounds.add(range.from());
                if (range.until() != null) {
                    bounds.add(range.until());
                }
            }
        }
        return bounds;
    }

    /** @param sign 1 for the most, -1 for the least total on a day */
    private static long extreme(NavigableMap<LocalDate, Long> changes, LocalDate first, LocalDate last, int sign) {
        long total = 0;
        for (long change : changes.headMap(first, true).values()) {
            total += change;
        }
        long extreme = total;
        for (long change : changes.subMap(first, false, last, true).values()) {
            total += change;
            extreme = sign * Math.max(sign * extreme, sign * total);
        }
        return extreme;
    }
}
