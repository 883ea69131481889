package org.preventionnetwork.registry.command.infrastructure;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that somebody else was first, by SQL state: PostgreSQL's driver never throws the integrity exception that
 * Axon looks for, and hides the cause of a failed batch behind {@link SQLException#getNextException()}.
 */
final class UniqueViolationResolver implements PersistenceExceptionResolver {
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException first && chainHasUniqueViolation(first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean chainHasUniqueViolation(SQLException first) {
        for (@Nullable SQLException next = first; next != null; next = next.getNextException()) {
            if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
