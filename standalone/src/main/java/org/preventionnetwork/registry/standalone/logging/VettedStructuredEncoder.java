package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.FailureText;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Spring Boot's structured lines (ECS, GELF, Logstash), which tell as little of what failures quote as plain ones do. */
public final class VettedStructuredEncoder extends StructuredLogEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(event.getThrowableProxy() == null || Starting.isLoggedBy(event) ? event : vetted(event));
    }

    private static ILoggingEvent vetted(ILoggingEvent event) {
        String message = VettedMessage.vetted(event, event.getFormattedMessage());
        IThrowableProxy failure = new Vetted(event.getThrowableProxy());
        return (ILoggingEvent) Proxy.newProxyInstance(
                VettedStructuredEncoder.class.getClassLoader(),
                new Class<?>[] {ILoggingEvent.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMessage", "getFormattedMessage" -> message;
                    case "getThrowableProxy" -> failure;
                    case "getArgumentArray" -> null;
                    default -> invoke(method, event, arguments);
                });
    }

    private static @Nullable Object invoke(Method method, ILoggingEvent event, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(event, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    /** A failure whose message is what {@link FailureText} vets. */
    private record Vetted(IThrowableProxy failure) implements IThrowableProxy {
        @Override
        public @Nullable String getMessage() {
            if (!(failure instanceof ThrowableProxy known)) {
                return null;
            }
            String detail = FailureText.detail(known.getThrowable());
            return detail.isEmpty() ? null : detail.replaceFirst("^: ", "");
        }

        @Override
        public String getClassName() {
            return failure.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return failure.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return failure.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return failure.getCause() == null ? null : new Vetted(failure.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(failure.getSuppressed()).map(Vetted::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return failure.isCyclic();
        }
    }
}
