package org.preventionnetwork.registry.personal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Patience;

/**
 * A pool whose connections wait for the database no longer than the {@link Patience} of the thread that asks for one: a
 * database that is reached and does not answer, as when its process is stopped or its disk hangs, is then away. The pool
 * takes the limit off a connection that is given back, and closes one that has exceeded it.
 */
public final class PatientPool extends HikariDataSource {
    /** Whether an idle connection still answers is found out in this time, or it is given up. */
    static final long ANSWERS_WITHIN_MILLIS = 2_000;

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
        @Nullable Duration limit = Patience.now();
        if (limit != null) {
            try {
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }
}
