package org.preventionnetwork.registry.api.text;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a log may tell of a failure. Messages of exceptions quote what they failed at: a parameter, a line of a file, a key
 * of a row; any of these can be somebody's name. So a failure is told by its types and, of a database's, its code; the
 * message is told only where nothing of a request can be in it.
 */
public final class FailureText {
    private static final int MOST = 200;

    /** Types whose messages are about the program, the network or the machine. */
    private static final Set<String> VETTED = Set.of(
            "java.lang.NullPointerException",
            "java.lang.ClassCastException",
            "java.lang.ArrayIndexOutOfBoundsException",
            "java.lang.OutOfMemoryError",
            "java.lang.NoClassDefFoundError",
            "java.lang.NoSuchMethodError",
            "java.lang.ClassNotFoundException",
            "java.net.BindException",
            "java.net.ConnectException",
            "java.net.SocketTimeoutException",
            "java.util.concurrent.RejectedExecutionException");

    /** The registry's own parts that never see what a request says. */
    private static final List<String> VETTED_PARTS = List.of(
            "org.preventionnetwork.registry.access.requests.",
            "org.preventionnetwork.registry.command.ledger.",
            "org.preventionnetwork.registry.query.infrastructure.",
            "org.preventionnetwork.registry.personal.",
            "org.preventionnetwork.registry.standalone.postgres.");

    /** What the machine says when it cannot; nothing else of {@code IOException} is told. */
    private static final Set<String> VETTED_SENTENCES = Set.of(
            "No space left on device", "Broken pipe", "Connection reset by peer", "Connection reset", "Stream closed");

    private FailureText() {}

    /** The types of a failure and its causes: {@code BadSqlGrammarException, caused by PSQLException (42P01)}. */
    public static String of(Throwable failure) {
        return chain(failure)
                .map(one -> one.getClass().getSimpleName() + detail(one))
                .collect(Collectors.joining(", caused by "));
    }

    /** What may be told beside the type: {@code ": …"}, a database's code in brackets, or nothing. */
    public static String detail(Throwable failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getName();
        if (failure instanceof SQLException database) {
            return " (" + database.getSQLState() + ")";
        }
        boolean vetted = message != null
                && (VETTED.contains(type)
                        || VETTED_PARTS.stream().anyMatch(type::startsWith)
                        || VETTED_SENTENCES.contains(message));
        return vetted ? ": " + message : "";
    }

    /** The failure and what caused it. */
    public static Stream<Throwable> chain(@Nullable Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.<Throwable>iterate(failure, one -> one != null && seen.add(one), one -> one.getCause())
                .limit(MOST);
    }
}
