package org.preventionnetwork.registry.query.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How fast one version of a projection goes on, seen from outside: its position and the ledger's end at some moments. A
 * processor that stands still shows here, whatever it says of itself.
 */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private record Moment(Instant at, long position) {}

    private final Deque<Moment> moments = new ArrayDeque<>();
    private @Nullable Instant standsSince;
    private @Nullable Instant behindSince;

    /** @param tolerated how many events behind is no matter of concern */
    void saw(Instant now, long position, long head, long tolerated) {
        Moment last = moments.peekLast();
        boolean moved = last == null || position > last.position();
        if (position >= head || moved) {
            standsSince = null;
        } else if (standsSince == null) {
            standsSince = Objects.requireNonNull(last).at();
        }
        if (head - position <= tolerated) {
            behindSince = null;
        } else if (behindSince == null) {
            behindSince = now;
        }
        moments.addLast(new Moment(now, position));
        while (moments.size() > 2 && moments.getFirst().at().isBefore(now.minus(WINDOW))) {
            moments.removeFirst();
        }
    }

    /** Over the last half minute. */
    double eventsPerSecond() {
        Moment first = moments.peekFirst();
        Moment last = moments.peekLast();
        if (first == null || last == null || !last.at().isAfter(first.at())) {
            return 0;
        }
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds == 0 ? 0 : (last.position() - first.position()) / seconds;
    }

    /** For how long it has not moved although there are events for it. */
    Duration standing(Instant now) {
        return standsSince == null ? Duration.ZERO : Duration.between(standsSince, now);
    }

    /** For how long it has been further behind than is tolerated. */
    Duration behind(Instant now) {
        return behindSince == null ? Duration.ZERO : Duration.between(behindSince, now);
    }
}
