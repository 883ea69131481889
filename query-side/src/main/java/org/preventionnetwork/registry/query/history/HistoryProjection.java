package org.preventionnetwork.registry.query.history;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code history}. */
@Configuration(proxyBeanMethods = false)
class HistoryProjection {
    static final String NAME = "history";

    @Bean
    Projection history() {
        return new Projection(NAME, 2, Set.of(EntityType.values()), List.of(new HistoryModel()));
    }
}
