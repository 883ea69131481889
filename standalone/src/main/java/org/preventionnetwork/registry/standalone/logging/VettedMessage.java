package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.List;
import org.preventionnetwork.registry.api.text.FailureText;

/** The message of a log line, in which what a failure said of itself is left out: some repeat it before the failure. */
public final class VettedMessage extends MessageConverter {
    private static final String LEFT_OUT = "…";

    @Override
    public String convert(ILoggingEvent event) {
        return vetted(event, super.convert(event));
    }

    static String vetted(ILoggingEvent event, String message) {
        if (!(event.getThrowableProxy() instanceof ThrowableProxy failure) || Starting.isLoggedBy(event)) {
            return message;
        }
        List<Throwable> chain = FailureText.chain(failure.getThrowable()).toList();
        String vetted = message;
        for (Throwable one : chain) {
            if (one.getMessage() != null
                    && !one.getMessage().isBlank()
                    && FailureText.detail(one).isEmpty()) {
                vetted = vetted.replace(one.getMessage(), LEFT_OUT);
            }
        }
        return vetted;
    }
}
