package org.preventionnetwork.registry.query.personal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes, once a day, what the access log has had for longer than {@code registry.access-log.retention}. How long that
 * is, the database itself knows from its migrations: whoever serves answers cannot delete anything younger.
 */
@Component
final class AccessLogRetention implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AccessLogRetention.class);

    private final JdbcClient jdbc;
    private @Nullable ScheduledExecutorService thread;

    AccessLogRetention(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** @return how many rows it was */
    long deleteOld() {
        return jdbc.sql("SELECT access_log.delete_old()").query(Long.class).single();
    }

    private void deleteOrTell() {
        try {
            long deleted = deleteOld();
            if (deleted > 0) {
                log.info("{} rows of the access log were older than is kept, and are deleted", deleted);
            }
        } catch (RuntimeException e) {
            log.warn("What is too old in the access log cannot be deleted, trying again tomorrow", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread deleter = new Thread(task, "access-log-retention");
            deleter.setDaemon(true);
            return deleter;
        });
        started.scheduleWithFixedDelay(this::deleteOrTell, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
