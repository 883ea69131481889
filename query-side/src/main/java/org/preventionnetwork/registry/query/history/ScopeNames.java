package org.preventionnetwork.registry.query.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the networks and programmes are called that published figures are about. A figure's fact has only the id, and the
 * history keeps what an entity's own facts tell, so that a page's sentence is told with names that are looked up.
 */
@Component
final class ScopeNames {
    private static final Pattern SCOPE = Pattern.compile("(\"scope\"\\s*:\\s*)\"([^\"\\\\]+)\"");
    private static final String NAMES =
            """
            SELECT DISTINCT ON (entity) entity, coalesce(names ->> :language::text, name) AS called
            FROM (SELECT entity, names, name, valid, known FROM read.network
                  UNION ALL SELECT entity, names, name, valid, known FROM read.programme) named
            WHERE entity = ANY (:entities) AND known @> :position::bigint
            ORDER BY entity, valid DESC
            """;

    private final JdbcClient jdbc;

    ScopeNames(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * The latest names, by the scope as facts have it; whatever is not known at the position is not in it.
     *
     * @param facts as JSON
     */
    Map<String, String> in(Collection<? extends @Nullable String> facts, Tongue tongue, long position) {
        Set<String> scopes = new LinkedHashSet<>();
        facts.stream()
                .filter(Objects::nonNull)
                .flatMap(fact -> SCOPE.matcher(fact).results())
                .forEach(found -> scopes.add(found.group(2)));
        Map<String, String> names = new HashMap<>();
        if (!scopes.isEmpty()) {
            Map<String, String> called = called(scopes, tongue, position);
            scopes.forEach(scope -> candidates(scope)
                    .filter(called::containsKey)
                    .findFirst()
                    .ifPresent(entity -> names.put(scope, Objects.requireNonNull(called.get(entity)))));
        }
        return names;
    }

    private Map<String, String> called(Set<String> scopes, Tongue tongue, long position) {
        Map<String, String> called = new HashMap<>();
        jdbc.sql(NAMES)
                .param("language", tongue.language())
                .param(
                        "entities",
                        scopes.stream().flatMap(ScopeNames::candidates).toArray(String[]::new))
                .param("position", position)
                .query(row -> {
                    called.put(row.getString("entity"), row.getString("called"));
                });
        return called;
    }

    private static Stream<String> candidates(String scope) {
        return new Scope(scope).candidates().stream().map(entity -> entity.aggregateId());
    }

    /** The fact, as a sentence is to be told of it. */
    static @Nullable String named(@Nullable String fact, Map<String, String> names) {
        return fact == null || names.isEmpty()
                ? fact
                : SCOPE.matcher(fact)
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                                + RegistryJson.mapper()
                                        .writeValueAsString(names.getOrDefault(found.group(2), found.group(2)))));
    }
}
