package org.preventionnetwork.registry.query.programmes;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code programme}. */
@Configuration(proxyBeanMethods = false)
class ProgrammeProjection {
    @Bean
    Projection programmes() {
        return new Projection("programmes", 2, Set.of(EntityType.PROGRAMME), List.of(new ProgrammeModel()));
    }
}
