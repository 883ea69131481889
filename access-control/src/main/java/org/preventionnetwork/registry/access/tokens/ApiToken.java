package org.preventionnetwork.registry.access.tokens;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;

/**
 * A token as it is kept: it can be recognised, and not be told.
 *
 * @param roles the only ones of the account that it has; null for all
 * @param lastUsedAt to within some minutes
 */
public record ApiToken(
        String id,
        String account,
        String label,
        @Nullable Set<Role> roles,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
