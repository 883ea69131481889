package org.preventionnetwork.registry.access.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Who may wait for a body how long, and in how many threads: together fewer than there are, so that some are always left
 * for everybody else. Whoever has no account is never in the way of those who have.
 */
final class WaitingRooms {
    /** In hundredths of all threads. */
    private static final int SIZED = 18;

    private static final int CHUNKED = 8;
    private static final long BYTES_PER_SECOND = 4096;

    enum Kind {
        /** Nobody has logged in; what is sent then is a small form. */
        STRANGER(5, 5),
        ACCOUNT(15, 1800),
        /** What is left of a body whose answer has been sent. */
        ANSWERED(5, 60);

        private final long patienceSeconds;
        private final long longestSeconds;

        Kind(long patienceSeconds, long longestSeconds) {
            this.patienceSeconds = patienceSeconds;
            this.longestSeconds = longestSeconds;
        }
    }

    private final Map<Kind, WaitingRoom> sized = new EnumMap<>(Kind.class);
    private final Map<Kind, WaitingRoom> chunked = new EnumMap<>(Kind.class);

    WaitingRooms(int threads) {
        for (Kind kind : Kind.values()) {
            sized.put(kind, new WaitingRoom(Math.max(1, threads * SIZED / 100)));
            chunked.put(kind, new WaitingRoom(Math.max(1, threads * CHUNKED / 100)));
        }
    }

    /** What comes in chunks is kept apart: the read of a chunk's head can take a while that nobody can shorten. */
    WaitingRoom of(Kind kind, boolean inChunks) {
        return Objects.requireNonNull((inChunks ? chunked : sized).get(kind));
    }

    boolean isTooSlow(Kind kind, long waitedNanos, long received) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(waitedNanos);
        return seconds >= Math.min(kind.longestSeconds, kind.patienceSeconds + received / BYTES_PER_SECOND);
    }
}
