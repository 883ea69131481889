package org.preventionnetwork.registry.api.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * When things were true, as far as it is certain. What is certainly earlier comes first; where dates leave it open, or
 * something has none, the order of recording decides.
 */
public final class EffectiveOrder {
    private EffectiveOrder() {}

    /** @param recorded in the order of recording */
    public static <T extends Fact> List<T> of(List<T> recorded) {
        return of(recorded, Fact::effectiveOn);
    }

    /** Each next value is the first recorded of those that no other certainly precedes. */
    public static <T> List<T> of(List<T> recorded, Function<? super T, @Nullable HistoricalDate> date) {
        List<@Nullable HistoricalDate> dates = new ArrayList<>();
        recorded.forEach(value -> dates.add(date.apply(value)));
        List<Integer> byEarliest = IntStream.range(0, recorded.size())
                .boxed()
                .sorted(Comparator.comparing(i -> earliest(dates.get(i))))
                .toList();
        PriorityQueue<Integer> byLatest =
                new PriorityQueue<>(Comparator.comparing((Integer i) -> latest(dates.get(i))));
        byLatest.addAll(byEarliest);
        PriorityQueue<Integer> unpreceded = new PriorityQueue<>();
        boolean[] placed = new boolean[recorded.size()];
        List<T> ordered = new ArrayList<>(recorded.size());
        int waiting = 0;
        while (ordered.size() < recorded.size()) {
            while (placed[byLatest.element()]) {
                byLatest.remove();
            }
            LocalDate bound = latest(dates.get(byLatest.element()));
            while (waiting < byEarliest.size()
                    && !earliest(dates.get(byEarliest.get(waiting))).isAfter(bound)) {
                unpreceded.add(byEarliest.get(waiting++));
            }
            int next = unpreceded.remove();
            placed[next] = true;
            ordered.add(recorded.get(next));
        }
        return List.copyOf(ordered);
    }

    /** Nothing that begins later than this can come before all of them. */
    public static LocalDate earliestEnd(Collection<? extends Fact> facts) {
        return facts.stream()
                .map(fact -> latest(fact.effectiveOn()))
                .min(Comparator.naturalOrder())
                .orElse(HistoricalDate.END_OF_TIME);
    }

    public static boolean mayComeFirst(Fact fact, LocalDate earliestEnd) {
        return !earliest(fact.effectiveOn()).isAfter(earliestEnd);
    }

    /** Whether each day that the one can mean lies before each day of the other; a date that is missing can be any. */
    public static boolean certainlyBefore(@Nullable HistoricalDate one, @Nullable HistoricalDate other) {
        return one != null && other != null && one.certainlyBefore(other);
    }

    public static boolean certainlyBefore(Fact earlier, Fact later) {
        return certainlyBefore(earlier.effectiveOn(), later.effectiveOn());
    }

    /** Whether the one came after the other: certainly by their dates, by the order of recording where one has none. */
    public static <F extends Fact> boolean after(F one, F other, FactHistory<F> facts) {
        return one.effectiveOn() != null && other.effectiveOn() != null
                ? certainlyBefore(other, one)
                : facts.recordedBefore(other, one);
    }

    /** The first day that a date can mean; of one that is missing, the first of all. */
    public static LocalDate earliest(@Nullable HistoricalDate date) {
        return date == null ? HistoricalDate.BEGINNING : date.earliest();
    }

    /** The last day that a date can mean; of one that is missing, the last of all. */
    public static LocalDate latest(@Nullable HistoricalDate date) {
        return date == null ? HistoricalDate.END_OF_TIME : date.latest();
    }
}
