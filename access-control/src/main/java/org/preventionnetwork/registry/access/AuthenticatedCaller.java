package org.preventionnetwork.registry.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller is who has logged in; nothing that a request says of itself is believed. */
@Component
public final class AuthenticatedCaller implements CurrentCaller {

    /** @throws AuthenticationCredentialsNotFoundException when nobody is logged in */
    @Override
    public Caller of(HttpServletRequest request) {
        return of(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is logged in"));
    }

    public static Optional<Caller> of(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof KnownPrincipal known
                ? Optional.of(known.caller())
                : Optional.empty();
    }
}
