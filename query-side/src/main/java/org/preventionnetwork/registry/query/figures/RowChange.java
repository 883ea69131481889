package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a figure that come and go, where what comes back the same had never gone. */
final class RowChange {
    private static final Comparator<FigureRow> ORDER = Comparator.comparing(FigureRow::incomplete)
            .thenComparing(FigureRow::counts)
            .thenComparing(FigureRow::entity)
            .thenComparing(FigureRow::what);

    private final LocalDate day;
    private final Map<Effect, Deque<FigureRow>> added = new LinkedHashMap<>();
    private final Map<Effect, Deque<FigureRow>> removed = new LinkedHashMap<>();

    RowChange(LocalDate day) {
        this.day = day;
    }

    RowChange replace(Collection<FigureRow> before, Collection<FigureRow> after) {
        before.forEach(row -> count(row, removed, added));
        after.forEach(row -> count(row, added, removed));
        return this;
    }

    private void count(FigureRow row, Map<Effect, Deque<FigureRow>> here, Map<Effect, Deque<FigureRow>> opposite) {
        Effect effect = Effect.of(row, day);
        Deque<FigureRow> cancelled = opposite.get(effect);
        if (cancelled == null) {
            here.computeIfAbsent(effect, e -> new ArrayDeque<>()).add(row);
        } else {
            cancelled.removeLast();
            if (cancelled.isEmpty()) {
                opposite.remove(effect);
            }
        }
    }

    boolean isNothing() {
        return added.isEmpty() && removed.isEmpty();
    }

    List<FigureRow> added() {
        return all(added);
    }

    List<FigureRow> removed() {
        return all(removed);
    }

    private static List<FigureRow> all(Map<Effect, Deque<FigureRow>> rows) {
        List<FigureRow> all = new ArrayList<>();
        rows.values().forEach(all::addAll);
        all.sort(ORDER);
        return List.copyOf(all);
    }
}
