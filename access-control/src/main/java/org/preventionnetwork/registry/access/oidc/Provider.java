package org.preventionnetwork.registry.access.oidc;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.KnownPrincipal;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect provider, where one is configured. It is asked for its addresses and keys when somebody first needs
 * them, not at the start: the registry starts while the provider is away.
 */
@Component
public final class Provider {
    /** Where a login at the provider begins. */
    public static final String LOGIN = "/oauth2/authorization/registry";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String REGISTRATION = "registry";

    private final OidcSettings settings;
    private final Claims claims;
    private final Clock clock = Clock.systemUTC();
    private @Nullable ClientRegistration client;
    private @Nullable JwtDecoder decoder;

    Provider(OidcSettings settings) {
        this.settings = settings;
        this.claims = new Claims(settings);
        if (settings.isConfigured()) {
            settings.requireClientId();
        }
    }

    public boolean isConfigured() {
        return settings.isConfigured();
    }

    public String name() {
        return settings.name();
    }

    private record Bearer(Caller caller) implements KnownPrincipal {
        @Override
        public boolean inPerson() {
            return false;
        }
    }

    /**
     * Whom an access token of the provider's speaks for.
     *
     * @throws InvalidBearerTokenException when it is not the provider's, not for us, or not valid now
     * @throws AuthenticationServiceException when the provider cannot be asked for its keys
     */
    public KnownPrincipal verify(String token) {
        try {
            return new Bearer(claims.caller(decoder().decode(token).getClaims()));
        } catch (BadJwtException refused) {
            throw new InvalidBearerTokenException("the token is of no use");
        } catch (JwtException | IllegalArgumentException | IllegalStateException unreachable) {
            LOG.warn("The provider's keys cannot be had: {}", FailureText.of(unreachable));
            throw new AuthenticationServiceException("the provider cannot be asked now");
        }
    }

    private synchronized JwtDecoder decoder() {
        if (decoder == null) {
            NimbusJwtDecoder fresh = NimbusJwtDecoder.withIssuerLocation(settings.requireIssuer())
                    .build();
            fresh.setJwtValidator(validator());
            decoder = fresh;
        }
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> validator() {
        String audience = settings.requiredAudience();
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.requireIssuer()),
                new JwtClaimValidator<List<String>>("aud", all -> all != null && all.contains(audience)));
    }

    private synchronized ClientRegistration client() {
        if (client == null) {
            ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(settings.requireIssuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.requireClientId())
                    .clientName(settings.name())
                    .redirectUri(settings.redirectUri())
                    .scope(settings.requestedScopes());
            if (settings.clientSecret() == null) {
                builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            } else {
                builder.clientSecret(settings.clientSecret());
            }
            client = builder.build();
        }
        return client;
    }

    /** Lets a session begin with a login at the provider: authorization code, PKCE, nonce. */
    public void offerLogin(
            HttpSecurity http, AuthenticationSuccessHandler success, AuthenticationFailureHandler failure) {
        ClientRegistrationRepository clients = id -> REGISTRATION.equals(id) ? client() : null;
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OidcUserService users = new OidcUserService();
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(request -> provided(request, users)))
                .failureHandler((request, response, refused) -> {
                    if (refused instanceof OAuth2AuthenticationException known) {
                        LOG.warn(
                                "A login at the provider failed: {}",
                                known.getError().getErrorCode());
                    }
                    failure.onAuthenticationFailure(request, response, refused);
                })
                .successHandler(success));
    }

    private OidcUser provided(OidcUserRequest request, OidcUserService users) {
        OidcUser user = users.loadUser(request);
        Map<String, Object> all = new LinkedHashMap<>(user.getClaims());
        return new ProvidedUser(claims.caller(all), clock.instant(), user.getIdToken(), user.getUserInfo());
    }
}
