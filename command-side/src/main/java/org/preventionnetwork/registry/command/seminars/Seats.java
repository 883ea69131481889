package org.preventionnetwork.registry.command.seminars;

import org.jspecify.annotations.Nullable;

/**
 * The seats of a seminar at one moment.
 *
 * @param capacity null means unlimited
 * @param given whether seats are given away at all: not after the seminar was concluded or cancelled
 */
record Seats(int taken, @Nullable Integer capacity, boolean given) {
    /**
     * How many of those waiting move up because of a change: as many as it set free, if that many are free. Seats that
     * were free before stay free: the secretariat may keep somebody waiting beside a free seat.
     */
    int dueSince(Seats before, int waiting) {
        if (!given || !before.given) {
            return 0;
        }
        int released = before.taken - taken;
        if (capacity == null) {
            return before.capacity == null ? clamp(released, waiting) : waiting;
        }
        int free = capacity - taken;
        int gained = before.capacity == null ? released : released + capacity - before.capacity;
        return clamp(Math.min(gained, free), waiting);
    }

    private static int clamp(int due, int waiting) {
        return Math.max(0, Math.min(due, waiting));
    }
}
