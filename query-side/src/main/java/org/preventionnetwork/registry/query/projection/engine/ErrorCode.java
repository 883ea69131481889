package org.preventionnetwork.registry.query.projection.engine;

import java.sql.SQLException;

/** Names a failure without its text, which may quote what was being written. */
final class ErrorCode {
    private ErrorCode() {}

    static String of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQL_" + sql.getSQLState();
            }
        }
        return problem.getClass().getSimpleName();
    }
}
