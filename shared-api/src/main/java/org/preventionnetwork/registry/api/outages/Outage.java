package org.preventionnetwork.registry.api.outages;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises in a failure, however it is wrapped, that something outside the registry is not there now: it is no fault of
 * the request and none of the registry's, and the same request will be answered later. So it is answered 503, never 500.
 */
public enum Outage {
    /** The database cannot be reached; nothing was done there. */
    DATABASE_AWAY("UNAVAILABLE", "the database cannot be reached now, and nothing was recorded; try again in a moment"),
    /** The database went away while it was told something, which it may have kept. */
    CUT_OFF(
            "OUTCOME_UNKNOWN",
            "the database went away in the midst, so it is not known whether this was recorded: look, or, where it"
                    + " names its own id, send it again, which records nothing twice"),
    /** Something is recorded already, and the rest of what was asked is not, or is not known to be. */
    MIDWAY(
            "OUTCOME_UNKNOWN",
            "what was asked was cut off in the midst: some or all of it is recorded, and stays: look, or, where it names its"
                    + " own id, send it again, which records nothing twice and does the rest"),
    /** The database ended what took it longer than a request may. */
    TOO_LONG("UNAVAILABLE", "the database was too slow, and nothing was recorded; try again in a moment"),
    /** A disk is full: the database's, or the registry's own. */
    NO_ROOM("STORAGE_FULL", "there is no room left to store anything, and nothing was recorded; call the operator"),
    /** The database says that it did what it was told, and did not. */
    NOT_STORED(
            "NOT_STORED",
            "the database did not keep what it was told to, so nothing was recorded; call the operator, who verifies the"
                    + " registry");

    /** Told to the client of an answer that is to be asked for again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final Set<String> NOT_LET_IN = Set.of("08001", "08004", "57P03");
    private static final String DISK_FULL = "53100";
    private static final String CANCELLED = "57014";
    private static final String CLOSED = "Connection is closed";
    /** The session was ended since it left a transaction open. */
    private static final String SILENT_TOO_LONG = "25P03";

    private final String code;
    private final String detail;

    Outage(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    /** For who asked to have something recorded. */
    public String detail() {
        return detail;
    }

    /**
     * What to tell who asked for what failed: never that nothing was recorded where this thread {@linkplain Kept recorded}
     * some of it.
     */
    public static Optional<Outage> told(@Nullable Throwable failure) {
        return behind(failure).map(outage -> Kept.any() ? MIDWAY : outage);
    }

    /** What is behind a failure, if it is one of these. */
    public static Optional<Outage> behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Outage outage = cause instanceof SQLException sql
                    ? ofChain(sql)
                    : cause instanceof NotStored
                            ? NOT_STORED
                            : cause instanceof IOException io && isFull(io) ? NO_ROOM : null;
            if (outage != null) {
                return Optional.of(outage);
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outage ofChain(SQLException first) {
        for (SQLException next = first; next != null; next = next.getNextException()) {
            Outage outage = of(next);
            if (outage != null) {
                return outage;
            }
        }
        return null;
    }

    private static @Nullable Outage of(SQLException failure) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException) {
            return DATABASE_AWAY;
        }
        if (state == null) {
            // So says the pool of a connection that broke a moment before, while it was in use.
            return CLOSED.equals(failure.getMessage()) ? CUT_OFF : null;
        }
        if (state.equals(DISK_FULL)) {
            return NO_ROOM;
        }
        if (NOT_LET_IN.contains(state) || state.startsWith("53")) {
            return DATABASE_AWAY;
        }
        if (state.equals(CANCELLED)) {
            return TOO_LONG;
        }
        return state.startsWith("08") || state.startsWith("57P") || state.equals(SILENT_TOO_LONG) ? CUT_OFF : null;
    }

    /** Java says so in the operating system's words only. */
    private static boolean isFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded")
                || message.contains("not enough space on the disk");
    }
}
