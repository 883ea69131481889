package org.preventionnetwork.registry.personal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Patience;

/**
 * A pool whose connections wait for the database no longer than the {@link Patience} of the thread that asks for one: a
 * database that is reached and does not answer, as when its process is stopped or its disk hangs, is then away. The pool
 * takes the limit off a connection that is given back, and closes one that has exceeded it.
 *
 * <p>PostgreSQL does not notice that nobody waits for an answer any more, so it is told, too, for how long it may work on
 * one statement of such a thread. What has no end of patience has none of this limit either.
 */
public final class PatientPool extends HikariDataSource {
    /** Whether an idle connection still answers is found out in this time, or it is given up. */
    static final long ANSWERS_WITHIN_MILLIS = 2_000;

    private static final Long UNKNOWN = -1L;

    /** What each session was told last, so that it need not be told again. */
    private final Map<Connection, Long> told = Collections.synchronizedMap(new WeakHashMap<>());

    /** To be configured. */
    public PatientPool() {
        setValidationTimeout(ANSWERS_WITHIN_MILLIS);
    }

    /** As configured. */
    public PatientPool(HikariConfig configured) {
        configured.copyStateTo(this);
        setUsername(configured.getUsername());
        setPassword(configured.getPassword());
        setValidationTimeout(Math.min(configured.getValidationTimeout(), ANSWERS_WITHIN_MILLIS));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Patience.@Nullable Limits limits = Patience.now();
        try {
            if (limits != null) {
                connection.setNetworkTimeout(
                        Runnable::run, Math.toIntExact(limits.silence().toMillis()));
            }
            tell(connection, limits == null ? null : limits.statement().toMillis());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** @param longest for a statement; null for as long as the role of the session may */
    private void tell(Connection connection, @Nullable Long longest) throws SQLException {
        Connection session = connection.unwrap(Connection.class);
        if (Objects.equals(told.get(session), longest)) {
            return;
        }
        told.put(session, UNKNOWN);
        try (Statement statement = connection.createStatement()) {
            statement.execute(longest == null ? "RESET statement_timeout" : "SET statement_timeout = " + longest);
        }
        if (longest == null) {
            told.remove(session);
        } else {
            told.put(session, longest);
        }
    }
}
