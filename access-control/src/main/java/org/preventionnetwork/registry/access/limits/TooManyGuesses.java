package org.preventionnetwork.registry.access.limits;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An address from which too many logins have failed is not listened to for a while, whatever it says. */
public final class TooManyGuesses extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyGuesses(Duration retryAfter) {
        super("too many logins from this address have failed; try again later");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
