package org.preventionnetwork.registry.query.http;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that a question met rows in the shape that a version of the registry before gave them: after an upgrade the
 * old rows answer until the new ones are made, and lack what only those have. Asked again a little later it is answered.
 */
public final class RowsOfBefore {
    /** A column, a table that is not there. */
    private static final Set<String> NOT_THERE = Set.of("42703", "42P01");

    private RowsOfBefore() {}

    public static boolean areBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NOT_THERE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
