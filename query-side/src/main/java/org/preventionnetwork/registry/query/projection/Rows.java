package org.preventionnetwork.registry.query.projection;

import org.jspecify.annotations.Nullable;

/** Collects the rows of a batch until they are flushed as sets. */
public interface Rows {
    /** @param values one for each column; strings, numbers, booleans, dates, instants, {@link Days}, JSON and collections */
    void insert(Table table, @Nullable Object... values);

    /** Begins a belief. */
    void open(Table table, BeliefKey key, @Nullable Object[] values);

    /** Ends a belief, written in this batch or long ago. */
    void close(Table table, BeliefKey key, long position);

    /** For bringing in what is flushed already. */
    Rows NONE = new Rows() {
        @Override
        public void insert(Table table, @Nullable Object... values) {}

        @Override
        public void open(Table table, BeliefKey key, @Nullable Object[] values) {}

        @Override
        public void close(Table table, BeliefKey key, long position) {}
    };

    /** The identity of a belief's row. */
    record BeliefKey(String entity, String topic, long knownFrom, int n) {}
}
