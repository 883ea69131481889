package org.preventionnetwork.registry.query.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns over years: what is certain below, what may come on top of it above.
 *
 * @param columns one for each year, in tenths of a pixel
 */
public record YearChart(int width, int height, long most, List<Column> columns, List<Value> values) {
    private static final int STEP = 240;
    private static final int GAP = 50;
    private static final int HEIGHT = 1_000;
    /** So that no more labels than fit are written. */
    private static final int LABELS = 7;

    /** @param certain what certainly counts at the year's end; @param possible what can count */
    public record Value(int year, long certain, long possible) {}

    /** @param label whether the year is written below */
    public record Column(
            Value value,
            int x,
            int width,
            int certainY,
            int certainHeight,
            int possibleY,
            int possibleHeight,
            boolean label) {
        public int middle() {
            return x + width / 2;
        }
    }

    public static YearChart of(List<Value> values) {
        long most = Math.max(1, values.stream().mapToLong(Value::possible).max().orElse(1));
        int every = Math.max(1, (values.size() + LABELS - 1) / LABELS);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            int certain = (int) (value.certain() * HEIGHT / most);
            int possible = (int) (value.possible() * HEIGHT / most);
            columns.add(new Column(
                    value,
                    i * STEP + GAP / 2,
                    STEP - GAP,
                    HEIGHT - certain,
                    certain,
                    HEIGHT - possible,
                    possible - certain,
                    (values.size() - 1 - i) % every == 0));
        }
        return new YearChart(Math.max(1, values.size()) * STEP, HEIGHT, most, columns, values);
    }

    public Value last() {
        return values.get(values.size() - 1);
    }
}
