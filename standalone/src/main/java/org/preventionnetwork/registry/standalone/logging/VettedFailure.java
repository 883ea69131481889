package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;

/**
 * Writes failures into the log with all frames, and of their messages only what {@link FailureText} vets; while the
 * registry starts, whoever starts it is told everything. Of an outage, which meets whoever asks for anything while it
 * lasts, there is a line and where it was met: with all frames, an hour of it would fill the disk.
 */
public final class VettedFailure extends ThrowableHandlingConverter {
    private static final String END = System.lineSeparator();
    private static final String OWN = "org.preventionnetwork.registry.";

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy failure = event.getThrowableProxy();
        boolean starting = Starting.isLoggedBy(event);
        if (!starting
                && failure instanceof ThrowableProxy known
                && Outage.behind(known.getThrowable()).isPresent()) {
            return inShort(known.getThrowable());
        }
        if (failure != null) {
            append(failure, "", starting, text, Collections.newSetFromMap(new IdentityHashMap<>()));
            text.append(END);
        }
        return text.toString();
    }

    private static String inShort(Throwable outage) {
        String met = FailureText.chain(outage)
                .flatMap(one -> Stream.of(one.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .findFirst()
                .map(frame -> END + "\tat " + frame)
                .orElse("");
        return END + FailureText.of(outage) + met + END;
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
