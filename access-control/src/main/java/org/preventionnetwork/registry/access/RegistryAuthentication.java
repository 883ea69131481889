package org.preventionnetwork.registry.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Spring Security's form of a {@link KnownPrincipal}; holds no password and no token. */
public final class RegistryAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final KnownPrincipal principal;

    public RegistryAuthentication(KnownPrincipal principal) {
        super(authorities(principal.caller()));
        this.principal = principal;
        setAuthenticated(true);
    }

    /** {@code ROLE_AUDITOR} and the like, for what asks Spring Security itself, such as the actuator. */
    public static Collection<GrantedAuthority> authorities(Caller caller) {
        Set<GrantedAuthority> authorities = caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toUnmodifiableSet());
        return authorities;
    }

    @Override
    public KnownPrincipal getPrincipal() {
        return principal;
    }

    @Override
    public String getName() {
        return principal.caller().name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegistryAuthentication that && principal.equals(that.principal);
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }
}
