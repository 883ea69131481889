package org.preventionnetwork.registry.query.figures;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what a scope means: the network of that id if one is known, else the programme. */
@Component
public class Scopes {
    private final JdbcClient jdbc;

    Scopes(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * The scope that a question names, or null for everything.
     *
     * @throws UnknownEntity when there is neither a network nor a programme of that id
     */
    public @Nullable EntityId asked(AskedScope asked, long position) {
        Scope scope = asked.scope();
        return scope == null
                ? null
                : find(scope, position).orElseThrow(() -> new UnknownEntity("network or programme"));
    }

    /** Empty when neither is known at the position. */
    public Optional<EntityId> find(Scope scope, long position) {
        return scope.candidates().stream()
                .filter(candidate -> jdbc.sql(
                                """
                                SELECT EXISTS (SELECT FROM read.network
                                               WHERE entity = :entity AND known @> :position::bigint)
                                    OR EXISTS (SELECT FROM read.programme
                                               WHERE entity = :entity AND known @> :position::bigint)
                                """)
                        .param("entity", candidate.aggregateId())
                        .param("position", position)
                        .query(Boolean.class)
                        .single())
                .findFirst();
    }
}
