package org.preventionnetwork.registry.command.seminars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Facts;

/**
 * When facts were true, as far as it is certain. What is certainly earlier comes first; where dates leave it open, or a
 * fact has none, the order of recording decides.
 */
final class EffectiveOrder {
    private EffectiveOrder() {}

    /** @param recorded in the order of recording */
    static <T extends Fact> List<T> of(List<? extends T> recorded) {
        List<T> rest = new ArrayList<>(recorded);
        List<T> ordered = new ArrayList<>(rest.size());
        while (!rest.isEmpty()) {
            LocalDate bound = earliestEnd(rest);
            T next = rest.stream()
                    .filter(fact -> mayComeFirst(fact, bound))
                    .findFirst()
                    .orElseThrow();
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** Nothing that ends later than this can come certainly before anything. */
    static LocalDate earliestEnd(Iterable<? extends Fact> facts) {
        LocalDate end = HistoricalDate.END_OF_TIME;
        for (Fact fact : facts) {
            HistoricalDate on = fact.effectiveOn();
            if (on != null && on.latest().isBefore(end)) {
                end = on.latest();
            }
        }
        return end;
    }

    static boolean mayComeFirst(Fact fact, LocalDate earliestEnd) {
        HistoricalDate on = fact.effectiveOn();
        return on == null || !earliestEnd.isBefore(on.earliest());
    }

    static boolean certainlyBefore(Fact earlier, Fact later) {
        HistoricalDate one = earlier.effectiveOn();
        HistoricalDate other = later.effectiveOn();
        return one != null && other != null && one.certainlyBefore(other);
    }

    /** Whether the one came after the other: certainly by their dates, by the order of recording where one has none. */
    static <F extends Fact> boolean after(F one, F other, Facts<F> facts) {
        return one.effectiveOn() != null && other.effectiveOn() != null
                ? certainlyBefore(other, one)
                : facts.recordedBefore(other, one);
    }
}
