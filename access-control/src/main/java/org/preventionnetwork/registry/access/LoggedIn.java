package org.preventionnetwork.registry.access;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/**
 * A login by a local account.
 *
 * @param account its number
 * @param generation of the account when the login was made; a login of an older one has ended
 * @param at when the password or the token was shown
 * @param byToken whether it was a token
 */
public record LoggedIn(long account, int generation, Instant at, boolean byToken, Caller caller)
        implements KnownPrincipal, Principal, Serializable {
    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public boolean inPerson() {
        return !byToken;
    }

    public LoggedIn as(Caller now) {
        return new LoggedIn(account, generation, at, byToken, now);
    }
}
