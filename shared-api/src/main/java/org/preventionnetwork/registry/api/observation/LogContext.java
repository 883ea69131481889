package org.preventionnetwork.registry.api.observation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What stands on every line that a thread logs, until it is taken away: by what request, and at which position of the
 * ledger. Neither tells anything about a person.
 */
public enum LogContext {
    /** The header {@code X-Correlation-Id} of an answer, and {@code traceId} in the metadata of the events it recorded. */
    CORRELATION,
    /** Up to where a projection brings events in. */
    POSITION;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** From here on, on this thread. */
    public void put(String value) {
        MDC.put(key, value);
    }

    public void remove() {
        MDC.remove(key);
    }

    public Optional<String> get() {
        @Nullable String value = MDC.get(key);
        return Optional.ofNullable(value);
    }
}
