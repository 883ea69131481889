package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives every committed event its one dense position, in an order that keeps every aggregate's own.
 *
 * <p>Any number may run: the holder of an advisory lock leads, the others stand by. Should two believe that they lead,
 * the epoch decides, and the older one's append fails. Writers are never waited for by name nor blocked; a database
 * that goes away is waited for.
 *
 * <p>Whatever fails, at whatever step, ends the session; the next one goes on from what the database holds, so an append
 * whose outcome nobody knows is neither lost nor made twice. Only {@link #stop} ends the sequencer.
 */
public final class Sequencer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    /** "ledger" in ASCII: one lock for the whole database. */
    static final long LEADER_LOCK = 0x6c6564676572L;

    private final LedgerSessions sessions;
    private final CommitBarrier barrier;
    private final Settings settings;
    private final Watcher watcher;
    private final LedgerAppender appender = new LedgerAppender();
    private final Semaphore wakeUps = new Semaphore(0);
    /** Why it paused last, so that the same is not told at every attempt. */
    private String told = "";

    private volatile Status status = Status.standingBy();
    private final LedgerThread thread = new LedgerThread("ledger-sequencer", this::run);

    /**
     * @param poll how often to look without having been woken
     * @param pause the least time between two appends: under load it makes them larger instead of more
     * @param retry how often to try for the leadership, or for a database that is away
     * @param batch how many events one transaction may append
     */
    public record Settings(Duration poll, Duration pause, Duration retry, int batch) {}

    /** Is told of every append. */
    interface Watcher {
        /** @param took until they were committed */
        void appended(int events, Duration took);
    }

    /**
     * @param leading whether this sequencer is the one that appends
     * @param epoch under which it appends, 0 when it does not
     * @param waitingSince since when it waits for open transactions, if it does
     * @param failure what keeps it from working, if anything
     */
    record Status(boolean leading, long epoch, @Nullable Instant waitingSince, @Nullable Throwable failure) {

        static Status standingBy() {
            return new Status(false, 0, null, null);
        }

        static Status failed(Throwable failure) {
            return new Status(false, 0, null, failure);
        }

        static Status leading(long epoch) {
            return new Status(true, epoch, null, null);
        }

        Status waiting() {
            return new Status(leading, epoch, Instant.now(), failure);
        }
    }

    Sequencer(LedgerSessions sessions, CommitBarrier barrier, Settings settings) {
        this(sessions, barrier, settings, (events, took) -> {});
    }

    Sequencer(LedgerSessions sessions, CommitBarrier barrier, Settings settings, Watcher watcher) {
        this.sessions = sessions;
        this.barrier = barrier;
        this.settings = settings;
        this.watcher = watcher;
    }

    /** To be called after a commit that appended events; cheap, and harmless when nothing is there. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    Status status() {
        return status;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                leadIfFree();
                TimeUnit.MILLISECONDS.sleep(settings.retry().toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        status = Status.standingBy();
    }

    private void leadIfFree() throws InterruptedException {
        try (Connection connection = sessions.open()) {
            if (!becomeLeader(connection)) {
                status = Status.standingBy();
                return;
            }
            LedgerAppender.Epoch epoch = appender.beginEpoch(connection);
            withoutWaitingForTheDisk(connection);
            if (told.isEmpty()) {
                log.info("The ledger continues in epoch {}", epoch.number());
            }
            status = Status.leading(epoch.number());
            lead(connection, epoch.number(), epoch.floor());
        } catch (SQLException | EpochIsOver | LedgerContradicted e) {
            String why = FailureText.of(e);
            if (!why.equals(told)) {
                log.warn("The ledger pauses: {}", why);
                told = why;
            }
            status = Status.failed(e);
        } catch (RuntimeException | Error e) {
            if (status.failure() == null) {
                log.error("The ledger pauses", e);
            }
            status = Status.failed(e);
        }
    }

    private void lead(Connection connection, long epoch, long startingFloor) throws SQLException, InterruptedException {
        Status leading = status;
        for (long floor = startingFloor; ; ) {
            status = leading.waiting();
            long settled = barrier.awaitSettled(connection, floor);
            status = leading;
            if (settled == floor) {
                wakeUps.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS);
                wakeUps.drainPermits();
                continue;
            }
            while (floor < settled) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long began = System.nanoTime();
                LedgerAppender.Appended appended = appender.append(connection, epoch, settled, settings.batch());
                watcher.appended(appended.size(), Duration.ofNanos(System.nanoTime() - began));
                floor = appended.floor();
                if (!told.isEmpty()) {
                    log.info("The ledger continues in epoch {}", epoch);
                    told = "";
                }
            }
            TimeUnit.NANOSECONDS.sleep(settings.pause().toNanos());
        }
    }

    private static boolean becomeLeader(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LEADER_LOCK);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void withoutWaitingForTheDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
