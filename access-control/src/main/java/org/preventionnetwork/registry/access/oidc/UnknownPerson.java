package org.preventionnetwork.registry.access.oidc;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider vouches for somebody who has no business here. */
final class UnknownPerson extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    UnknownPerson(String detail) {
        super(new OAuth2Error("access_denied", detail, null), detail);
    }
}
