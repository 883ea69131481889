package org.preventionnetwork.registry.query.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.projection.engine.Operations.VersionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks once a second how far every version of every projection is. */
@Component
@EnableConfigurationProperties(HealthSettings.class)
class ProjectionWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ProjectionWatch.class);

    private final Operations operations;
    private final LedgerPositions ledger;
    private final Clock clock;
    private final long tolerated;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private volatile List<Seen> seen = List.of();
    private boolean told;
    private @Nullable ScheduledExecutorService thread;

    @Autowired
    ProjectionWatch(Operations operations, LedgerPositions ledger, HealthSettings settings) {
        this(operations, ledger, settings.toleratedLag(), Clock.systemUTC());
    }

    ProjectionWatch(Operations operations, LedgerPositions ledger, long tolerated, Clock clock) {
        this.operations = operations;
        this.ledger = ledger;
        this.tolerated = tolerated;
        this.clock = clock;
    }

    /** What is seen of one version. */
    record Seen(VersionRow row, long head, double eventsPerSecond, long standsSeconds, long behindSeconds) {
        long lag() {
            return Math.max(0, head - row.position());
        }
    }

    /** Looks now. */
    synchronized List<Seen> look() {
        long head = ledger.head();
        List<VersionRow> rows = operations.versions();
        Instant now = clock.instant();
        Set<String> there = new HashSet<>();
        List<Seen> looked = rows.stream()
                .map(row -> {
                    String key = row.name() + " " + row.version() + " " + row.startedAt();
                    there.add(key);
                    Pace pace = paces.computeIfAbsent(key, k -> new Pace());
                    synchronized (pace) {
                        pace.saw(now, row.position(), head, tolerated);
                        return new Seen(
                                row,
                                head,
                                pace.eventsPerSecond(),
                                pace.standing(now).toSeconds(),
                                pace.behind(now).toSeconds());
                    }
                })
                .toList();
        paces.keySet().retainAll(there);
        seen = looked;
        return looked;
    }

    /** What was seen when it was last looked, without asking; nothing before the first time, or where that failed. */
    List<Seen> seen() {
        return seen;
    }

    private void lookOrTell() {
        try {
            look();
            told = false;
        } catch (RuntimeException e) {
            seen = List.of();
            if (!told) {
                log.warn("The projections' progress cannot be looked up, trying again", e);
                told = true;
            }
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watcher = new Thread(task, "projection-watch");
            watcher.setDaemon(true);
            return watcher;
        });
        started.scheduleWithFixedDelay(this::lookOrTell, 0, 1, TimeUnit.SECONDS);
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
