package org.preventionnetwork.registry.api.outages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long whatever the current thread asks may keep silent before it counts as away. Whoever answers a request has little
 * of it, since somebody waits; what runs by itself has no end of it, since it may rightly take long.
 */
public final class Patience {
    private static final ThreadLocal<@Nullable Duration> OF_THREAD = new ThreadLocal<>();

    private Patience() {}

    /** Ends what was begun by {@link #of} or {@link #endless}; closed by the thread that began it. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** From now on, until the result is closed. */
    public static Held of(Duration limit) {
        return begin(limit);
    }

    /** For what takes long by nature, in the midst of something that somebody waits for. */
    public static Held endless() {
        return begin(null);
    }

    /** Null for no limit. */
    public static @Nullable Duration now() {
        return OF_THREAD.get();
    }

    private static Held begin(@Nullable Duration limit) {
        @Nullable Duration before = OF_THREAD.get();
        set(limit);
        return () -> set(before);
    }

    private static void set(@Nullable Duration limit) {
        if (limit == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(limit);
        }
    }
}
