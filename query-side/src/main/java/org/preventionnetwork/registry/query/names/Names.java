package org.preventionnetwork.registry.query.names;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names that institutions, networks and programmes had on a day, as known at a position: all of a page at once. */
@Component
public final class Names {
    private final JdbcClient jdbc;

    Names(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** By id; whoever is not known at that point is not in it. */
    public Map<String, String> institutions(Collection<? extends @Nullable String> ids, Clocks clocks) {
        return names("institution", ids.stream(), clocks);
    }

    /** By id. */
    public Map<String, String> networks(Collection<? extends @Nullable String> ids, Clocks clocks) {
        return names("network", ids.stream(), clocks);
    }

    /** What the programme was called, or its id where it is not known. */
    public String programme(String id, Clocks clocks) {
        return names("programme", Stream.of(id), clocks).getOrDefault(id, id);
    }

    /** What the network or programme was called that a question names, or its id where it is not known. */
    public String scope(String scope, Clocks clocks) {
        String id = scope.substring(scope.indexOf(':') + 1);
        return new Scope(scope)
                .candidates().stream()
                        .flatMap(entity -> names(entity.type().prefix(), Stream.of(id), clocks).values().stream())
                        .findFirst()
                        .orElse(id);
    }

    private Map<String, String> names(String type, Stream<? extends @Nullable String> ids, Clocks clocks) {
        String prefix = type + ":";
        String[] entities =
                ids.filter(id -> id != null).distinct().map(prefix::concat).toArray(String[]::new);
        Map<String, String> names = new HashMap<>();
        if (entities.length > 0) {
            jdbc.sql("SELECT entity, name FROM read." + type
                            + " WHERE entity = ANY (:entities) AND valid @> :day::date AND known @> :position::bigint")
                    .param("entities", entities)
                    .param("day", clocks.day())
                    .param("position", clocks.position())
                    .query(row -> {
                        names.put(row.getString("entity").substring(prefix.length()), row.getString("name"));
                    });
        }
        return names;
    }
}
