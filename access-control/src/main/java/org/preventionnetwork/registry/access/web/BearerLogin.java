package org.preventionnetwork.registry.access.web;

import org.preventionnetwork.registry.access.RegistryAuthentication;
import org.preventionnetwork.registry.access.limits.Guesses;
import org.preventionnetwork.registry.access.oidc.Provider;
import org.preventionnetwork.registry.access.tokens.Tokens;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** A personal API token, or an access token of the provider's where one is configured. */
final class BearerLogin implements AuthenticationManager {
    private final Tokens tokens;
    private final Provider provider;
    private final Guesses guesses;

    BearerLogin(Tokens tokens, Provider provider, Guesses guesses) {
        this.tokens = tokens;
        this.provider = provider;
        this.guesses = guesses;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String token = ((BearerTokenAuthenticationToken) attempt).getToken();
        String address = PasswordLogin.address(attempt);
        if (Tokens.isOurs(token) || !provider.isConfigured()) {
            return tokens.login(token, address)
                    .map(RegistryAuthentication::new)
                    .orElseThrow(() -> new InvalidBearerTokenException("the token is of no use"));
        }
        guesses.requireFew(address);
        try {
            return new RegistryAuthentication(provider.verify(token));
        } catch (AuthenticationServiceException unreachable) {
            throw unreachable;
        } catch (AuthenticationException refused) {
            guesses.count(address);
            throw refused;
        }
    }
}
