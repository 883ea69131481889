package org.preventionnetwork.registry.command.imports.runs;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Deletes, once a day, what was wrong with files whose import ended longer ago than {@code registry.imports.report-retention}.
 * That there was an import, what became of how many rows, and what it can be taken back by, stays.
 */
final class ReportRetention implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReportRetention.class);

    private final Runs runs;
    private final Period kept;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    ReportRetention(Runs runs, Period kept, Clock clock) {
        this.runs = runs;
        this.kept = kept;
        this.clock = clock;
    }

    /** @return of how many imports */
    int deleteOld() {
        return runs.deleteProblemsOfBefore(
                clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant());
    }

    private void deleteOrTell() {
        try {
            int deleted = deleteOld();
            if (deleted > 0) {
                log.info("What was wrong with {} imports was older than is kept, and is deleted", deleted);
            }
        } catch (RuntimeException e) {
            log.warn("What is too old in imports' reports cannot be deleted, trying again tomorrow", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread deleter = new Thread(task, "import-report-retention");
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
