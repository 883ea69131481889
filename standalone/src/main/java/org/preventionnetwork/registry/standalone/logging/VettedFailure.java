package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;

/**
 * Writes failures into the log with all frames, and of their messages only what {@link FailureText} vets; while the
 * registry starts, whoever starts it is told everything. Of an outage, which meets whoever asks for anything while it
 * lasts, there is a line and where it was met; and of a failure that was told with all its frames within the hour, as when
 * something is tried again and again, no more: else they would fill the disk.
 */
public final class VettedFailure extends ThrowableHandlingConverter {
    private static final String END = System.lineSeparator();
    private static final String OWN = "org.preventionnetwork.registry.";
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int FRAMES = 8;
    private static final int MOST = 200;

    /** When each was told with all its frames; what was told longest ago makes room. */
    private final Map<String, Long> toldInFull = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy failure = event.getThrowableProxy();
        boolean starting = Starting.isLoggedBy(event);
        if (!starting && failure instanceof ThrowableProxy known) {
            Throwable thrown = known.getThrowable();
            if (Outage.behind(thrown).isPresent()) {
                return inShort(thrown, "");
            }
            if (wasTold(thrown)) {
                return inShort(thrown, ", as told in full before");
            }
        }
        if (failure != null) {
            append(failure, "", starting, text, Collections.newSetFromMap(new IdentityHashMap<>()));
            text.append(END);
        }
        return text.toString();
    }

    private boolean wasTold(Throwable failure) {
        String kind = FailureText.chain(failure)
                .map(one -> one.getClass().getName()
                        + Stream.of(one.getStackTrace()).limit(FRAMES).toList())
                .collect(Collectors.joining());
        long now = System.nanoTime();
        synchronized (toldInFull) {
            Long before = toldInFull.get(kind);
            if (before != null && now - before < HOUR_NANOS) {
                return true;
            }
            toldInFull.remove(kind);
            toldInFull.put(kind, now);
            return false;
        }
    }

    private static String inShort(Throwable failure, String more) {
        String met = FailureText.chain(failure)
                .flatMap(one -> Stream.of(one.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .findFirst()
                .map(frame -> END + "\tat " + frame)
                .orElse("");
        return END + FailureText.of(failure) + more + met + END;
    }

    private static void append(
            IThrowableProxy failure, String before, boolean whole, StringBuilder text, Set<IThrowableProxy> seen) {
        text.append(END).append(before).append(failure.getClassName());
        if (whole && failure.getMessage() != null) {
            text.append(": ").append(failure.getMessage());
        } else if (failure instanceof ThrowableProxy known) {
            text.append(FailureText.detail(known.getThrowable()));
        }
        if (!seen.add(failure)) {
            return;
        }
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < frames.length - failure.getCommonFrames(); i++) {
            text.append(END).append("\t").append(frames[i]);
        }
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
            append(suppressed, "Suppressed: ", whole, text, seen);
        }
        if (failure.getCause() != null) {
            append(failure.getCause(), "Caused by: ", whole, text, seen);
        }
    }
}
