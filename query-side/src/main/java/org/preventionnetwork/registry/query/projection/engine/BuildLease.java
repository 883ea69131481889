package org.preventionnetwork.registry.query.projection.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session's locks for as long as this node lives and no longer: a session that says nothing for a while is ended
 * by the database, and with it go its locks, be the node killed, paused or cut off.
 */
final class BuildLease implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BuildLease.class);

    private final Connection session;
    private final ScheduledExecutorService heart;

    BuildLease(Connection session, Duration lease) throws SQLException {
        this.session = session;
        execute("SET idle_session_timeout = " + lease.toMillis());
        heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rebuild-lease");
            thread.setDaemon(true);
            return thread;
        });
        long every = Math.max(1, lease.toMillis() / 5);
        heart.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            execute("SELECT 1");
        } catch (SQLException lost) {
            log.warn("The session of a rebuild is lost; another node may go on with it: {}", FailureText.of(lost));
            heart.shutdown();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            execute("RESET idle_session_timeout");
        } catch (SQLException lost) {
            log.debug("The session of a rebuild was lost before its end", lost);
        }
    }
}
