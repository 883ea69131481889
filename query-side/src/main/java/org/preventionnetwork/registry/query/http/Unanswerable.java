package org.preventionnetwork.registry.query.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A question that is understood and cannot be answered as things are; the answer says so under a stable code. */
public final class Unanswerable extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final @Nullable Duration retryAfter;

    /** @param detail why, in a sentence */
    public Unanswerable(HttpStatus status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** @param retryAfter when asking again may help */
    public Unanswerable(HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
        this(status, code, detail, retryAfter, null);
    }

    /** @param cause what failed here; the log gets it, the asker does not */
    public Unanswerable(
            HttpStatus status, String code, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
