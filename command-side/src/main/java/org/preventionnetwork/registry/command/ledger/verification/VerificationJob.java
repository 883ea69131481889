package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Verifies everything now and then and when asked, one run at a time, and remembers the last; what it found
 * also in the database, see {@link KeptVerdict}. The ledger comes first, and
 * everything else is compared as of the position that was its last one then. Another node may verify at the same time:
 * each compares with what is its own, and neither disturbs the other.
 */
public final class VerificationJob implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VerificationJob.class);
    /** What could not be checked is tried again sooner. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final LedgerCheck ledger;
    private final List<Check> others;
    private final KeptVerdict kept;
    private final Clock clock;
    private final Duration interval;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable Verification last;
    private volatile @Nullable Verification decided;
    private volatile @Nullable Verification current;
    /** What is still to be kept in the database, which was away. */
    private volatile @Nullable Unkept unkept;
    /** What the database said last. */
    private volatile @Nullable Verification known;

    private volatile @Nullable ScheduledExecutorService worker;
    /** Used by the worker's one thread. */
    private @Nullable Future<?> again;

    private record Unkept(Verification decided, long seen) {}

    /** @param interval between runs, zero for none but those asked for */
    VerificationJob(LedgerCheck ledger, List<Check> others, KeptVerdict kept, Clock clock, Duration interval) {
        this.ledger = ledger;
        this.others = others;
        this.kept = kept;
        this.clock = clock;
        this.interval = interval;
    }

    /**
     * The run under way, else the last finished one; what another node found since, or this one before it was restarted,
     * comes before one that found nothing, and before none.
     */
    public Optional<Verification> current() {
        Verification underWay = current;
        Verification finished = last;
        if (underWay != null) {
            return Optional.of(underWay);
        }
        if (finished == null || finished.verdict() == Verification.Verdict.SOUND) {
            Optional<Verification> found =
                    lastKept().filter(verdict -> verdict.verdict() == Verification.Verdict.TAMPERED);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.ofNullable(finished);
    }

    Optional<Verification> lastFinished() {
        return Optional.ofNullable(last);
    }

    /** The last one that found out whether everything fits. */
    Optional<Verification> lastDecided() {
        return Optional.ofNullable(decided);
    }

    /** The last verdict of all nodes and starts, or of before the database was away; empty when there was none. */
    Optional<Verification> lastKept() {
        try {
            Optional<Verification> read = kept.read();
            Unkept before = unkept;
            if (before != null) {
                keep(before);
                read = kept.read();
            }
            known = read.orElse(null);
            return read;
        } catch (DataAccessException e) {
            if (Outage.behind(e).isEmpty()) {
                throw e;
            }
            return Optional.ofNullable(known);
        }
    }

    private void keep(Unkept verdict) {
        try {
            kept.keep(verdict.decided(), verdict.seen());
            unkept = null;
        } catch (DataAccessException | NotStored e) {
            unkept = verdict;
            log.error("The verdict of a verification is not kept yet: {}", FailureText.of(e));
        }
    }

    private long seen() {
        try {
            return kept.number();
        } catch (DataAccessException e) {
            log.warn("What verifications found before is not known: {}", FailureText.of(e));
            return -1;
        }
    }

    /** Starts a run unless one is under way or waiting. */
    public void request() {
        ScheduledExecutorService executor = worker;
        if (executor == null) {
            throw new IllegalStateException("Verification is not started");
        }
        if (current == null && asked.compareAndSet(false, true)) {
            executor.execute(this::runAndLog);
        }
    }

    private void runAndLog() {
        try {
            asked.set(false);
            Verification finished = run();
            ScheduledExecutorService executor = worker;
            if (finished.verdict() == Verification.Verdict.UNCHECKED
                    && executor != null
                    && RETRY.compareTo(interval) < 0
                    && (again == null || again.isDone())) {
                again = executor.schedule(this::tryAgain, RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException stopping) {
            log.debug("The verification is not tried again: the registry stops");
        }
    }

    private void tryAgain() {
        // It is under way now, and may want another one.
        again = null;
        runAndLog();
    }

    /** Runs in the caller's thread, when a run that is under way has ended. */
    public Verification run() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Instant startedAt = clock.instant();
            current = Verification.running(startedAt);
            long seen = seen();
            Verification finished = check(startedAt);
            last = finished;
            if (finished.verdict() != Verification.Verdict.UNCHECKED) {
                decided = finished;
                keep(new Unkept(finished, seen));
            }
            tell(finished);
            return finished;
        } finally {
            current = null;
            turn.unlock();
        }
    }

    private Verification check(Instant startedAt) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        Outcome first = made(LedgerCheck.NAME, 0, ledger::run);
        outcomes.add(first);
        for (Check check : others) {
            outcomes.add(made(check.name(), first.position(), () -> check.run(first.position())));
        }
        return Verification.finished(startedAt, clock.instant(), outcomes);
    }

    private interface Run {
        Outcome outcome() throws InterruptedException;
    }

    private static Outcome made(String name, long position, Run run) throws InterruptedException {
        try {
            return run.outcome();
        } catch (RuntimeException e) {
            log.error("The check of the {} could not be made", name, e);
            return Outcome.unchecked(name, position, "the check of the " + name + " could not be made");
        }
    }

    private static void tell(Verification finished) {
        Finding first = finished.first();
        if (first != null) {
            log.error("The history was tampered with; first of all: {} ({})", first.detail(), first.code());
        } else if (finished.failure() != null) {
            log.warn("The history is not verified: {}", finished.failure());
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
