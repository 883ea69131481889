package org.preventionnetwork.registry.command.imports.runs;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong and where, without what it said: the text of an exception, as of a constraint of the database, may
 * repeat what stood in somebody's file, and logs are kept.
 */
final class Wordless extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    Wordless(Throwable failure) {
        this(failure, 0);
    }

    private Wordless(Throwable failure, int depth) {
        super(failure.getClass().getName(), cause(failure.getCause(), depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable cause(@Nullable Throwable cause, int depth) {
        return cause == null || depth == DEEPEST ? null : new Wordless(cause, depth + 1);
    }
}
