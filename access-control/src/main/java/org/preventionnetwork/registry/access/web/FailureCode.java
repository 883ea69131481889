package org.preventionnetwork.registry.access.web;

import org.springframework.http.HttpStatus;

/**
 * The one code that a problem document has for a status for which nobody has a better one; whoever answers, the same
 * failure is called the same.
 */
public final class FailureCode {
    /** A failure of the registry's own. */
    public static final String INTERNAL = "INTERNAL_ERROR";

    private static final String MALFORMED = "MALFORMED";

    private FailureCode() {}

    public static String of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (status) {
            case 400 -> MALFORMED;
            case 413 -> "TOO_LARGE";
            case 500 -> INTERNAL;
            default -> known != null ? known.name() : status < 500 ? MALFORMED : INTERNAL;
        };
    }
}
