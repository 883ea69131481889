package org.preventionnetwork.registry.command.imports.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Shows the other nodes that this one lives: a lock on its number, held by a session that the database ends when the
 * process does, however it does.
 */
final class Presence implements AutoCloseable {
    /** "impo" in ASCII. */
    static final int LOCK = 0x696d706f;

    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final DataSource database;
    private final int number = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    private @Nullable Connection session;

    Presence(DataSource database) {
        this.database = database;
    }

    int number() {
        return number;
    }

    /** To be called before something is done in the node's name: a session that was lost is replaced. */
    synchronized void renew() {
        try {
            if (session == null || !session.isValid(ANSWERS_WITHIN_SECONDS)) {
                close();
                session = lock(database.getConnection());
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database could not be told that this node lives", e);
        }
    }

    private Connection lock(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("SET idle_session_timeout = 0");
            statement.execute("SELECT pg_advisory_lock_shared(" + LOCK + ", " + number + ")");
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        Connection closing = session;
        session = null;
        if (closing == null) {
            return;
        }
        try (closing;
                Statement statement = closing.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
            statement.execute("RESET idle_session_timeout");
        } catch (SQLException lost) {
            // With the session went its lock, and its place in the pool.
        }
    }
}
