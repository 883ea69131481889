package org.preventionnetwork.registry.personal.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Deletes once a day what has been kept long enough, from a minute after the start on. A failure is told in the log and
 * tried again the next day: what is too old stays, but nothing else is hindered by it.
 */
public abstract class DailyDeletion implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DailyDeletion.class);

    private final String name;
    private final String what;
    private @Nullable ScheduledExecutorService thread;

    /**
     * @param name of the thread
     * @param what is deleted, in words for the log
     */
    protected DailyDeletion(String name, String what) {
        this.name = name;
        this.what = what;
    }

    /** @return of how many things something was deleted */
    public abstract long deleteOld();

    private void deleteOrTell() {
        try {
            long deleted = deleteOld();
            if (deleted > 0) {
                log.info("{}: {} were older than is kept, and are deleted", what, deleted);
            }
        } catch (RuntimeException e) {
            log.warn("{}: what is too old cannot be deleted, trying again tomorrow", what, e);
        }
    }

    @Override
    public final synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread deleter = new Thread(task, name);
            deleter.setDaemon(true);
            return deleter;
        });
        started.scheduleWithFixedDelay(this::deleteOrTell, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public final synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return thread != null;
    }
}
