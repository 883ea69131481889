package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Opens sessions of the sequencer's own: closing one gives its leadership back for certain, pooled ones live on. */
@FunctionalInterface
public interface LedgerSessions {

    Connection open() throws SQLException;

    /**
     * Has the database end the session when nothing is heard of it for so long, within a transaction or without: the
     * leadership of a node that was cut off must not wait for the network to notice. A leader asks many times a second.
     */
    static Connection limited(Connection session, Duration limit) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = " + limit.toMillis());
            statement.execute("SET idle_session_timeout = " + limit.toMillis());
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }
}
