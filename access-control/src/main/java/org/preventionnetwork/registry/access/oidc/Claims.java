package org.preventionnetwork.registry.access.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.api.facts.SystemActor;

/** What a provider's claims make of somebody. */
final class Claims {
    /** No local account has a colon in its name. */
    static final String PREFIX = "oidc:";

    private static final Pattern NAME = Pattern.compile("[!-~]([ -~]{0,98}[!-~])?");
    private static final Pattern SCOPE = Pattern.compile("(programme|network):[a-z0-9][a-z0-9-]{1,62}");

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /** @throws UnknownPerson when there is nobody, or nobody who may do anything */
    Caller caller(Map<String, Object> claims) {
        Set<Role> roles = strings(at(claims, settings.rolesClaim())).stream()
                .map(settings.rolesByValue()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw new UnknownPerson("the provider gives this person no role here");
        }
        String name = name(claims);
        if (SystemActor.isTakenFor(name)) {
            throw new UnknownPerson("the provider's name for this person is one that the registry has for itself");
        }
        return new Caller(PREFIX + name, roles, scopes(claims));
    }

    private String name(Map<String, Object> claims) {
        Object preferred = at(claims, settings.nameClaim());
        Object name = preferred != null ? preferred : claims.get("sub");
        if (!(name instanceof String text) || !NAME.matcher(text).matches()) {
            throw new UnknownPerson(
                    "the provider's name for this person is missing, or is not 1 to 100 ASCII characters");
        }
        return text;
    }

    /** A limit that cannot be read is no licence to record everything. */
    private Set<String> scopes(Map<String, Object> claims) {
        Object claim = at(claims, settings.scopesClaim());
        if (claim == null) {
            return Set.of();
        }
        Set<String> scopes = new LinkedHashSet<>(strings(claim));
        if (scopes.isEmpty()
                || !scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw new UnknownPerson("the provider limits this person to something that is no network or programme");
        }
        return scopes;
    }

    private static @Nullable Object at(Map<String, Object> claims, String path) {
        Object direct = claims.get(path);
        if (direct != null) {
            return direct;
        }
        Object value = claims;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    private static List<String> strings(@Nullable Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? List.of(text.trim().split("\\s+")) : List.of();
    }
}
