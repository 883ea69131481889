package org.preventionnetwork.registry.query.names;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names that institutions, networks and programmes had on a day, as known at a position, in the reader's language
 * where one is recorded: all of a page at once. Languages are those of the pages, by their tags.
 */
@Component
public final class Names {
    private final JdbcClient jdbc;

    Names(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** By id; whoever is not known at that point is not in it. */
    public Map<String, String> institutions(
            Collection<? extends @Nullable String> ids, Clocks clocks, String language) {
        return names(EntityType.INSTITUTION, ids.stream(), clocks, language);
    }

    /** By id. */
    public Map<String, String> networks(Collection<? extends @Nullable String> ids, Clocks clocks, String language) {
        return names(EntityType.NETWORK, ids.stream(), clocks, language);
    }

    /** What the programme was called, or its id where it is not known. */
    public String programme(String id, Clocks clocks, String language) {
        return names(EntityType.PROGRAMME, Stream.of(id), clocks, language).getOrDefault(id, id);
    }

    /** What the network or programme was called that a question names, or its id where it is not known. */
    public String scope(String scope, Clocks clocks, String language) {
        String id = scope.substring(scope.indexOf(':') + 1);
        return new Scope(scope)
                .candidates().stream()
                        .flatMap(entity -> names(entity.type(), Stream.of(id), clocks, language).values().stream())
                        .findFirst()
                        .orElse(id);
    }

    /**
     * What those are called today that are called otherwise on the day that a page answers for.
     *
     * @param shown as they are called on that day
     */
    public Map<String, String> today(
            EntityType type, List<? extends Named> shown, Clocks clocks, LocalDate today, String language) {
        if (clocks.day().equals(today)) {
            return Map.of();
        }
        Map<String, String> then = new HashMap<>();
        shown.forEach(one -> then.put(one.id(), one.names().getOrDefault(language, one.name())));
        Clocks now = new Clocks(clocks.asOf(), today, clocks.knownAt(), clocks.position(), clocks.lag());
        Map<String, String> names = names(type, then.keySet().stream(), now, language);
        names.entrySet().removeIf(name -> name.getValue().equals(then.get(name.getKey())));
        return names;
    }

    private Map<String, String> names(
            EntityType type, Stream<? extends @Nullable String> ids, Clocks clocks, String language) {
        String prefix = type.prefix() + ":";
        String[] entities =
                ids.filter(id -> id != null).distinct().map(prefix::concat).toArray(String[]::new);
        Map<String, String> names = new HashMap<>();
        if (entities.length > 0) {
            jdbc.sql("SELECT entity, coalesce(names ->> :language::text, name) AS called FROM read." + type.prefix()
                            + " WHERE entity = ANY (:entities) AND valid @> :day::date AND known @> :position::bigint")
                    .param("language", language)
                    .param("entities", entities)
                    .param("day", clocks.day())
                    .param("position", clocks.position())
                    .query(row -> {
                        names.put(row.getString("entity").substring(prefix.length()), row.getString("called"));
                    });
        }
        return names;
    }
}
