package org.preventionnetwork.registry.query.statements;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code statement}. */
@Configuration(proxyBeanMethods = false)
class StatementProjection {
    @Bean
    Projection statements() {
        return new Projection("statements", 1, Set.of(EntityType.STATEMENT), List.of(new StatementModel()));
    }
}
