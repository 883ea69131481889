package org.preventionnetwork.registry.standalone.accounts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.tokens.ApiToken;

/** Roles, scopes and tokens in the order in which they are shown. */
final class Listed {
    private Listed() {}

    /** @param state ACTIVE, EXPIRED or REVOKED */
    record Token(
            String id,
            String label,
            @Nullable List<String> roles,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            String state) {}

    static List<String> roles(Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(Role::name)
                .toList();
    }

    static List<String> scopes(Collection<String> scopes) {
        return scopes.stream().sorted().toList();
    }

    static List<Token> tokens(List<ApiToken> tokens, Instant now) {
        return tokens.stream()
                .map(token -> new Token(
                        token.id(),
                        token.label(),
                        token.roles() == null ? null : roles(token.roles()),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt(),
                        token.revokedAt() != null
                                ? "REVOKED"
                                : token.expiresAt().isAfter(now) ? "ACTIVE" : "EXPIRED"))
                .toList();
    }
}
