package org.preventionnetwork.registry.query.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;

/**
 * How a projection is doing.
 *
 * @param state of the version that answers
 * @param lag events committed that it has not brought in
 * @param deadLetters entities of it that are parked
 * @param skipped events that were left out of it for good
 * @param rebuild the version being made, or that was made last and is not shown; null without one
 */
public record ProjectionStatus(
        String name,
        int version,
        String state,
        long position,
        long head,
        long lag,
        double eventsPerSecond,
        long deadLetters,
        long skipped,
        @Nullable RebuildStatus rebuild) {

    /**
     * @param state BUILDING, CATCHING_UP, or DIFFERS or FAILED, with the detail
     * @param secondsLeft at the pace so far; null where that cannot be told
     */
    public record RebuildStatus(
            int version,
            String state,
            long position,
            long target,
            double percent,
            double eventsPerSecond,
            @Nullable Long secondsLeft,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @IdentifiesPerson(onlyStoredIds = true) @Nullable String detail) {}
}
