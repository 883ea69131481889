package org.preventionnetwork.registry.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the log says from now on, as it is written by default, and at the level at which it is written by default. */
final class WrittenLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final PatternLayout layout = new PatternLayout();
    private final List<String> entries = new CopyOnWriteArrayList<>();

    WrittenLog() {
        layout.setContext(loggers);
        layout.setPattern("%-5level [%t] %logger : %m%n%vetted");
        layout.start();
        setContext(loggers);
        start();
        root.addAppender(this);
        root.setLevel(Level.INFO);
    }

    @Override
    protected void append(ILoggingEvent event) {
        entries.add(layout.doLayout(event));
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    /** Entries of threads that answer requests. */
    List<String> ofRequests() {
        return entries.stream().filter(entry -> entry.contains("-exec-")).toList();
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(this);
        stop();
    }
}
