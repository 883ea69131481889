package org.preventionnetwork.registry.access.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured of the OpenID Connect provider; without an issuer there is none, and nobody is called.
 *
 * @param issuerUri as the provider calls itself
 * @param audience that access tokens must be for; the client's id unless configured
 * @param name on the login page
 * @param requestedScopes of OAuth, what the login asks for
 * @param rolesClaim where the provider says what somebody may do; dots lead into nested claims
 * @param roles by a value of that claim, the role that it gives; without any, the roles' own names
 * @param scopesClaim where the provider says to which networks and programmes recording is limited
 * @param publicUrl how people reach the registry, e.g. {@code https://registry.example.org}
 * @param nameClaim how somebody is called in the history; {@code sub} where it is missing
 */
@ConfigurationProperties("registry.oidc")
record OidcSettings(
        @Nullable String issuerUri,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String audience,
        @DefaultValue("the identity provider") String name,
        @DefaultValue({"openid", "profile"}) List<String> requestedScopes,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("registry_scopes") String scopesClaim,
        @DefaultValue("preferred_username") String nameClaim,
        @Nullable String publicUrl) {

    boolean isConfigured() {
        return issuerUri != null && !issuerUri.isBlank();
    }

    /** @throws IllegalStateException when there is none although there is a provider */
    String requireClientId() {
        return require(clientId, "registry.oidc.client-id");
    }

    String requireIssuer() {
        return require(issuerUri, "registry.oidc.issuer-uri");
    }

    /** Where the provider sends people back to; placeholders are what the request says, which needs a proxy's word. */
    String redirectUri() {
        return (publicUrl == null || publicUrl.isBlank() ? "{baseUrl}" : publicUrl.replaceAll("/+$", ""))
                + "/{action}/oauth2/code/{registrationId}";
    }

    String requiredAudience() {
        return audience != null ? audience : requireClientId();
    }

    Map<String, Role> rolesByValue() {
        if (!roles.isEmpty()) {
            return roles;
        }
        Map<String, Role> own = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            own.put(role.name(), role);
        }
        return own;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[issuerUri=" + issuerUri + "]";
    }

    private static String require(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("With an OpenID Connect provider, " + name + " is needed");
        }
        return value;
    }
}
