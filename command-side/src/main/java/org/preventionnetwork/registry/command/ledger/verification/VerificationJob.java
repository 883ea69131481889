package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs all checks of this process, now and then and when asked, one run at a time, and remembers the last. */
public final class VerificationJob implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VerificationJob.class);

    private final List<Check> checks;
    private final Clock clock;
    private final Duration interval;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Verification last;
    private volatile @Nullable Verification current;
    private volatile @Nullable ScheduledExecutorService worker;

    /** @param interval between runs, zero for none but those asked for */
    VerificationJob(List<Check> checks, Clock clock, Duration interval) {
        this.checks = checks;
        this.clock = clock;
        this.interval = interval;
    }

    /** The run under way, else the last finished one. */
    public Optional<Verification> current() {
        Verification underWay = current;
        return Optional.ofNullable(underWay == null ? last : underWay);
    }

    Optional<Verification> lastFinished() {
        return Optional.ofNullable(last);
    }

    /** Starts a run unless one is under way. */
    public void request() {
        ScheduledExecutorService executor = worker;
        if (executor == null) {
            throw new IllegalStateException("Verification is not started");
        }
        executor.execute(this::runAndLog);
    }

    private void runAndLog() {
        try {
            run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs in the caller's thread. When one is under way already, that one's beginning is returned. */
    public Verification run() throws InterruptedException {
        Instant startedAt = clock.instant();
        Verification begun = Verification.running(startedAt);
        if (!running.compareAndSet(false, true)) {
            return current().orElse(begun);
        }
        current = begun;
        try {
            Verification finished = check(startedAt);
            last = finished;
            tell(finished);
            return finished;
        } finally {
            current = null;
            running.set(false);
        }
    }

    private Verification check(Instant startedAt) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Check check : checks) {
            try {
                outcomes.add(check.run());
            } catch (RuntimeException e) {
                log.error("The check of the {} could not be made", check.name(), e);
                return Verification.failed(
                        startedAt, clock.instant(), "the check of the " + check.name() + " could not be made");
            }
        }
        return Verification.finished(startedAt, clock.instant(), outcomes);
    }

    private static void tell(Verification finished) {
        Finding first = finished.first();
        if (first != null) {
            log.error("The history was tampered with; first of all: {} ({})", first.detail(), first.code());
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "verification");
            thread.setDaemon(true);
            return thread;
        });
        worker = executor;
        if (!interval.isZero()) {
            executor.scheduleWithFixedDelay(
                    this::runAndLog, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = worker;
        worker = null;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
