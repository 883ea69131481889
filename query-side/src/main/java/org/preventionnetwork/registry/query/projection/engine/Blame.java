package org.preventionnetwork.registry.query.projection.engine;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.preventionnetwork.registry.api.wire.UnknownEventType;

/** Tells problems of a single event, which is parked, from those of the whole, which is tried again as a whole. */
final class Blame {
    /** Classes of SQLState: connection, deadlock, resources, lock, operator, system. */
    private static final Set<String> NO_FAULT = Set.of("08", "40", "53", "55", "57", "58");

    /** Of its class, this one alone: the session was ended. */
    private static final String SILENT_TOO_LONG = "25P03";

    private Blame() {}

    static boolean isOnTheEvent(Throwable problem) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownEventType
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().equals(SILENT_TOO_LONG)
                                    || NO_FAULT.contains(sql.getSQLState().substring(0, 2)))) {
                return false;
            }
        }
        return true;
    }
}
