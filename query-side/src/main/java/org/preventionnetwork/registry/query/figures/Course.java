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
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.DayRange;

/**
 * A figure through all days, as steps: counted once, it answers for any of them at once.
 *
 * @param certain what certainly counts, from each of these days on
 * @param possible what can count of what is recorded, from each of these days on
 * @param open how much is known to be incomplete, from each of these days on
 */
public record Course(
        NavigableMap<LocalDate, Long> certain,
        NavigableMap<LocalDate, Long> possible,
        NavigableMap<LocalDate, Long> open) {

    public static Course of(Collection<Counted> rows) {
        Map<String, List<Counted>> byKey = new HashMap<>();
        List<List<Counted>> things = new ArrayList<>();
        List<List<Counted>> incomplete = new ArrayList<>();
        for (Counted row : rows) {
            if (row.open()) {
                incomplete.add(List.of(new Counted(null, 1, 1, true, row.possible(), null, Math.max(1, row.times()))));
            }
            if (row.key() == null) {
                things.add(List.of(row));
            } else {
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
            }
        }
        things.addAll(byKey.values());
        return new Course(
                totals(things, Counted::certain, Counted::least),
                totals(things, Counted::possible, Counted::count),
                totals(incomplete, Counted::possible, Counted::count));
    }

    /** @param last the last day, included */
    public Interval interval(LocalDate first, LocalDate last) {
        return new Interval(
                extreme(certain, first, last, -1),
                extreme(possible, first, last, 1),
                extreme(open, first, last, 1) > 0);
    }

    private static NavigableMap<LocalDate, Long> totals(
            List<List<Counted>> things, Function<Counted, @Nullable DayRange> when, ToLongFunction<Counted> howMuch) {
        NavigableMap<LocalDate, Long> steps = new TreeMap<>();
        for (List<Counted> rows : things) {
            long before = 0;
            for (LocalDate day : bounds(rows, when)) {
                long here = 0;
                for (Counted row : rows) {
                    DayRange range = when.apply(row);
                    if (range != null && range.contains(day)) {
                        here = Math.max(here, howMuch.applyAsLong(row) * row.times());
                    }
                }
                steps.merge(day, here - before, Long::sum);
                before = here;
            }
        }
        long total = 0;
        for (Map.Entry<LocalDate, Long> step : steps.entrySet()) {
            total += step.getValue();
            step.setValue(total);
        }
        return steps;
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
    private static long extreme(NavigableMap<LocalDate, Long> totals, LocalDate first, LocalDate last, int sign) {
        Map.Entry<LocalDate, Long> before = totals.floorEntry(first);
        long extreme = before == null ? 0 : before.getValue();
        for (long total : totals.subMap(first, false, last, true).values()) {
            extreme = sign * Math.max(sign * extreme, sign * total);
        }
        return extreme;
    }
}
