package org.preventionnetwork.registry.query.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Watches the end of the ledger on one connection, for all who wait for it: told by the sequencer's notification, and
 * by looking, should one get lost.
 */
public final class LedgerHead implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LedgerHead.class);
    /** Before everything that reads, and after it on the way down. */
    private static final int PHASE = -1_000;

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final DataSource database;
    private final Duration poll;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Object advanced = new Object();
    private volatile long position;
    private volatile @Nullable Thread thread;

    public LedgerHead(DataSource database, Duration poll) {
        this.database = database;
        this.poll = poll;
    }

    /**
     * The last position seen; the ledger may be a moment ahead of it. It is behind only until the first look after a
     * crash of the database, which may take back the ledger's last positions; they are given again, to the same events.
     */
    public long position() {
        return position;
    }

    /** Returns whether the ledger has got beyond a position, waiting for it if need be. */
    public boolean awaitBeyond(long reached, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (advanced) {
            while (position <= reached) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(advanced, left);
            }
            return true;
        }
    }

    /** Calls the listener, on the watching thread, whenever the ledger has grown. */
    public Registration onAdvance(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        boolean told = false;
        while (thread == Thread.currentThread()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("LISTEN registry_ledger");
                told = false;
                watch(connection);
                statement.execute("UNLISTEN registry_ledger");
            } catch (SQLException e) {
                if (!told && thread == Thread.currentThread()) {
                    log.warn("The ledger cannot be watched, trying again: {}", FailureText.of(e));
                    told = true;
                }
                pause();
            }
        }
    }

    private void watch(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        boolean first = true;
        try (PreparedStatement head = connection.prepareStatement("SELECT last_position FROM ledger.state")) {
            while (thread == Thread.currentThread()) {
                try (ResultSet row = head.executeQuery()) {
                    row.next();
                    long seen = row.getLong(1);
                    if (first && seen < position) {
                        position = seen;
                    }
                    first = false;
                    advanceTo(seen);
                }
                notified.getNotifications((int) poll.toMillis());
            }
        }
    }

    private void advanceTo(long seen) {
        if (seen <= position) {
            return;
        }
        synchronized (advanced) {
            position = seen;
            advanced.notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread watcher = new Thread(this::run, "ledger-head");
            watcher.setDaemon(true);
            thread = watcher;
            watcher.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread watcher = thread;
        thread = null;
        if (watcher == null) {
            return;
        }
        watcher.interrupt();
        try {
            watcher.join(STOPS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
