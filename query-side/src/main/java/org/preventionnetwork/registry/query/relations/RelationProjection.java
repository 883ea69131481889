package org.preventionnetwork.registry.query.relations;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code relation}. */
@Configuration(proxyBeanMethods = false)
class RelationProjection {
    @Bean
    Projection relatedThings() {
        return new Projection(
                Relations.PROJECTION,
                1,
                Set.of(EntityType.PROGRAMME, EntityType.SEMINAR, EntityType.INITIATIVE),
                List.of(new RelationModel()));
    }
}
