package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.standalone.logging.ToldFailures.InShort;

/**
 * Writes failures into the log with all frames, or in short where {@link ToldFailures} says so, and of their messages only
 * what {@link FailureText} vets; while the registry starts, whoever starts it is told everything.
 */
public final class VettedFailure extends ThrowableHandlingConverter {
    private static final String END = System.lineSeparator();

    private final ToldFailures told = new ToldFailures();

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy failure = event.getThrowableProxy();
        boolean starting = Starting.isLoggedBy(event);
        Optional<InShort> inShort = told.inShort(event);
        if (inShort.isPresent()) {
            StackTraceElement met = inShort.get().met();
            return END + inShort.get().said() + (met == null ? "" : END + "\tat " + met) + END;
        }
        if (failure != null) {
            append(failure, "", starting, text, Collections.newSetFromMap(new IdentityHashMap<>()));
            text.append(END);
        }
        return text.toString();
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
