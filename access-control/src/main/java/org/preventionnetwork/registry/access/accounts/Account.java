package org.preventionnetwork.registry.access.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.LoggedIn;
import org.preventionnetwork.registry.access.Role;

/**
 * A local account, without its password.
 *
 * @param generation goes up when everybody who is logged in must log in again
 * @param failedAttempts since the last login
 * @param lockedUntil when a password is accepted again; null when nobody guessed
 */
public record Account(
        long id,
        String name,
        Set<Role> roles,
        Set<String> scopes,
        boolean disabled,
        int generation,
        int failedAttempts,
        @Nullable Instant lockedUntil,
        Instant passwordChangedAt,
        Instant createdAt) {
    public Account {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public Caller caller() {
        return new Caller(name, roles, scopes);
    }

    public LoggedIn loginByPassword(Instant now) {
        return new LoggedIn(id, generation, now, false, caller());
    }

    /** @param only the roles that the token has */
    public LoggedIn loginByToken(Instant now, Set<Role> only) {
        Set<Role> shared = roles.stream().filter(only::contains).collect(Collectors.toSet());
        return new LoggedIn(id, generation, now, true, new Caller(name, shared, scopes));
    }
}
