package org.preventionnetwork.registry.benchmark;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question over HTTP, and the statement that finds its rows.
 *
 * @param what in words
 * @param goal the p99 in milliseconds that is asked for, or null
 * @param next one instance, at random
 */
record Question(String what, @Nullable Integer goal, Supplier<Asked> next) {

    /** @param parameters of the statement, in order */
    record Asked(String path, String sql, Object[] parameters) {
        static Asked of(String path, String sql, Object... parameters) {
            return new Asked(path, sql, parameters);
        }
    }
}
