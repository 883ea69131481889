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
import org.preventionnetwork.registry.standalone.logging.ToldFailures.InShort;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Spring Boot's structured lines (ECS, GELF, Logstash), which tell of failures as little, and as short, as plain ones do. */
public final class VettedStructuredEncoder extends StructuredLogEncoder {
    private final ToldFailures told = new ToldFailures();

    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(event.getThrowableProxy() == null || Starting.isLoggedBy(event) ? event : vetted(event));
    }

    private ILoggingEvent vetted(ILoggingEvent event) {
        String message = VettedMessage.vetted(event, event.getFormattedMessage());
        IThrowableProxy whole = new Vetted(event.getThrowableProxy());
        IThrowableProxy failure = told.inShort(event)
                .<IThrowableProxy>map(inShort -> new Shortened(whole.getClassName(), inShort))
                .orElse(whole);
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

    /** A failure with the types of what caused it in its message, and of its frames at most the one where it was met. */
    private record Shortened(String className, InShort told) implements IThrowableProxy {
        @Override
        public String getMessage() {
            return told.said();
        }

        @Override
        public String getClassName() {
            return className;
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return told.met() == null
                    ? new StackTraceElementProxy[0]
                    : new StackTraceElementProxy[] {new StackTraceElementProxy(told.met())};
        }

        @Override
        public int getCommonFrames() {
            return 0;
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return null;
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return new IThrowableProxy[0];
        }

        @Override
        public boolean isCyclic() {
            return false;
        }
    }
}
