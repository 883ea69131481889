package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;

/**
 * Which failures one log is told of in short, whatever the form of its lines. Of an outage, which meets whoever asks for
 * anything while it lasts, it is said where it was met; and of a failure that was told with all its frames within the
 * hour, as when something is tried again and again, no more: else they would fill the disk.
 */
final class ToldFailures {
    private static final String OWN = "org.preventionnetwork.registry.";
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int FRAMES = 8;
    /** Below a library's frames, which are the same for every statement that it refuses. */
    private static final int OWN_FRAMES = 3;

    private static final int MOST = 200;

    /** When each was told with all its frames; what was told longest ago makes room. */
    private final Map<String, Long> inFull = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that is said of a failure.
     *
     * @param met the registry's own frame in which it was met, if there is one
     */
    record InShort(String said, @Nullable StackTraceElement met) {}

    /** Empty where it is to be told with all its frames; while the registry starts, that is always. */
    Optional<InShort> inShort(ILoggingEvent event) {
        if (!(event.getThrowableProxy() instanceof ThrowableProxy known) || Starting.isLoggedBy(event)) {
            return Optional.empty();
        }
        Throwable thrown = known.getThrowable();
        if (Outage.behind(thrown).isPresent()) {
            return Optional.of(inShort(thrown, ""));
        }
        return wasTold(thrown) ? Optional.of(inShort(thrown, ", as told in full before")) : Optional.empty();
    }

    private boolean wasTold(Throwable failure) {
        String kind = FailureText.chain(failure)
                .map(one -> one.getClass().getName()
                        + Stream.of(one.getStackTrace()).limit(FRAMES).toList()
                        + own(one).limit(OWN_FRAMES).toList())
                .collect(Collectors.joining());
        long now = System.nanoTime();
        synchronized (inFull) {
            Long before = inFull.get(kind);
            if (before != null && now - before < HOUR_NANOS) {
                return true;
            }
            inFull.remove(kind);
            inFull.put(kind, now);
            return false;
        }
    }

    private static Stream<StackTraceElement> own(Throwable one) {
        return Stream.of(one.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OWN));
    }

    private static InShort inShort(Throwable failure, String more) {
        return new InShort(
                FailureText.of(failure) + more,
                FailureText.chain(failure)
                        .flatMap(ToldFailures::own)
                        .findFirst()
                        .orElse(null));
    }
}
