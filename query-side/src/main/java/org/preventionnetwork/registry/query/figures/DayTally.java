package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A figure on one day, kept up while rows come and go. */
final class DayTally {
    private final LocalDate day;
    private final Map<String, List<Effect>> byKey = new HashMap<>();
    private long minimum;
    private long possible;
    private long incomplete;

    DayTally(LocalDate day, Collection<FigureRow> rows) {
        this.day = day;
        replace(List.of(), rows);
    }

    void replace(Collection<FigureRow> removed, Collection<FigureRow> added) {
        removed.forEach(row -> change(Effect.of(row, day), false));
        added.forEach(row -> change(Effect.of(row, day), true));
    }

    private void change(Effect effect, boolean comes) {
        List<Effect> same = byKey.computeIfAbsent(effect.counts(), key -> new ArrayList<>());
        minimum -= most(same, true);
        possible -= most(same, false);
        if (comes) {
            same.add(effect);
        } else if (!same.remove(effect)) {
            throw new IllegalStateException("what was never counted is taken away: " + effect.entity());
        }
        minimum += most(same, true);
        possible += most(same, false);
        if (effect.incomplete()) {
            incomplete += comes ? 1 : -1;
        }
    }

    private static long most(List<Effect> effects, boolean certain) {
        return effects.stream()
                .filter(effect -> effect.certain() || !certain)
                .mapToLong(certain ? Effect::least : Effect::count)
                .max()
                .orElse(0);
    }

    Interval interval() {
        return new Interval(minimum, possible, incomplete > 0);
    }
}
