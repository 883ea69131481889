package org.preventionnetwork.registry.api.outages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long whatever the current thread asks may keep silent before it counts as away, and how long it may work on one
 * question at all. Whoever answers a request has little of it, since somebody waits; what runs by itself has no end of it,
 * since it may rightly take long.
 */
public final class Patience {
    private static final ThreadLocal<@Nullable Limits> OF_THREAD = new ThreadLocal<>();

    private Patience() {}

    /**
     * @param silence for how long nothing may be heard
     * @param statement for how long the database may work on one statement, whether anybody still waits for it or not
     */
    public record Limits(Duration silence, Duration statement) {
        public Limits times(int factor) {
            return new Limits(silence.multipliedBy(factor), statement.multipliedBy(factor));
        }
    }

    /** Ends what was begun by {@link #of} or {@link #endless}; closed by the thread that began it. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** From now on, until the result is closed. */
    public static Held of(Limits limits) {
        return begin(limits);
    }

    /** For what takes long by nature, in the midst of something that somebody waits for. */
    public static Held endless() {
        return begin(null);
    }

    /** Null for no limit. */
    public static @Nullable Limits now() {
        return OF_THREAD.get();
    }

    private static Held begin(@Nullable Limits limits) {
        @Nullable Limits before = OF_THREAD.get();
        set(limits);
        return () -> set(before);
    }

    private static void set(@Nullable Limits limits) {
        if (limits == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(limits);
        }
    }
}
