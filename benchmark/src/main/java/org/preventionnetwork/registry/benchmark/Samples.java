package org.preventionnetwork.registry.benchmark;

import java.util.Arrays;

/** What was measured several times. */
final class Samples {
    private double[] values = new double[64];
    private int size;

    synchronized void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    double median() {
        return percentile(50);
    }

    synchronized int size() {
        return size;
    }

    /** The smallest value that at least so many per cent of all do not exceed. */
    synchronized double percentile(double percent) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(size * percent / 100) - 1)];
    }
}
