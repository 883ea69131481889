package org.preventionnetwork.registry.standalone.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when PostgreSQL has no connection left for this node. */
final class TooManyConnectionsAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final String TOO_MANY = "53300";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        for (SQLException next = cause; next != null; next = next.getNextException()) {
            if (TOO_MANY.equals(next.getSQLState())) {
                return new FailureAnalysis(
                        "PostgreSQL has no connection left for this node: its nodes together ask for more than its"
                                + " max_connections, or than its role may have",
                        RoomForConnections.CURE,
                        cause);
            }
        }
        return null;
    }
}
