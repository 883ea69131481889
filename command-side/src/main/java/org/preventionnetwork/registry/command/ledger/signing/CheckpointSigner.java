package org.preventionnetwork.registry.command.ledger.signing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.command.ledger.LedgerSessions;
import org.preventionnetwork.registry.command.ledger.LedgerThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Signs the ledger whenever it has grown. Any number may run: the holder of an advisory lock signs, the others stand by.
 * What cannot be signed is tried again, is told to the log once and to the health endpoint for as long as it lasts;
 * recording goes on meanwhile.
 */
public final class CheckpointSigner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CheckpointSigner.class);
    /** "signer" in ASCII: one lock for the whole database. */
    private static final long SIGNER_LOCK = 0x7369676e6572L;

    private final LedgerSessions sessions;
    private final LedgerHome home;
    private final Duration interval;
    private final Duration retry;
    private volatile Status status = new Status(false, -1, null, null);
    private final LedgerThread thread = new LedgerThread("ledger-signer", this::run);

    /**
     * @param signing whether it is this signer that signs
     * @param published the size of the last tree that is published, -1 when this signer published none
     * @param at when that was
     * @param alarm what keeps it from signing, if anything
     */
    public record Status(boolean signing, long published, @Nullable Instant at, @Nullable Throwable alarm) {}

    /**
     * @param interval how often the ledger is looked at
     * @param retry how long to wait after a failure, or for the lock
     */
    public CheckpointSigner(LedgerSessions sessions, LedgerHome home, Duration interval, Duration retry) {
        this.sessions = sessions;
        this.home = home;
        this.interval = interval;
        this.retry = retry;
    }

    public Status status() {
        return status;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                signAsLongAsPossible();
                TimeUnit.NANOSECONDS.sleep(retry.toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void signAsLongAsPossible() throws InterruptedException {
        try (Connection connection = sessions.open()) {
            LedgerTable table = new LedgerTable(connection);
            if (!table.lead(SIGNER_LOCK)) {
                status = new Status(false, status.published(), status.at(), null);
                return;
            }
            commitToDisk(connection);
            Optional<SignedHistory> begun = SignedHistory.begin(table, home);
            if (begun.isPresent()) {
                sign(begun.get());
            }
        } catch (SQLException | IOException | RuntimeException | Error e) {
            if (status.alarm() == null) {
                log.error("No checkpoint is signed: {}", FailureText.of(e));
            }
            status = new Status(false, status.published(), status.at(), e);
        }
    }

    private void sign(SignedHistory history) throws SQLException, IOException, InterruptedException {
        while (true) {
            long size = history.signIfGrown();
            if (size != status.published() || !status.signing()) {
                status = new Status(true, size, Instant.now(), null);
            }
            TimeUnit.NANOSECONDS.sleep(interval.toNanos());
        }
    }

    private static void commitToDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
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
