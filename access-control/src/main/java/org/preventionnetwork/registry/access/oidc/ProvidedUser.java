package org.preventionnetwork.registry.access.oidc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.KnownPrincipal;
import org.preventionnetwork.registry.access.RegistryAuthentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who logged in at the provider. */
public final class ProvidedUser extends DefaultOidcUser implements KnownPrincipal {
    private static final long serialVersionUID = 1L;

    private final Caller caller;
    private final Instant at;

    ProvidedUser(Caller caller, Instant at, OidcIdToken token, @Nullable OidcUserInfo info) {
        super(RegistryAuthentication.authorities(caller), token, info);
        this.caller = caller;
        this.at = at;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public boolean inPerson() {
        return true;
    }

    /** When it was. */
    public Instant at() {
        return at;
    }

    @Override
    public String getName() {
        return caller.name();
    }
}
