package org.preventionnetwork.registry.query.editions;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code edition}. */
@Configuration(proxyBeanMethods = false)
class EditionProjection {
    static final String NAME = "editions";

    @Bean
    Projection editions() {
        return new Projection(NAME, 1, Set.of(EntityType.EDITION), List.of(new EditionModel()));
    }
}
