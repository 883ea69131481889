package org.preventionnetwork.registry.query.completeness;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table {@code complete_list}. */
@Configuration(proxyBeanMethods = false)
class CompletenessProjection {
    @Bean
    Projection completeLists() {
        return new Projection(
                Completeness.PROJECTION,
                1,
                Set.of(EntityType.NETWORK, EntityType.PROGRAMME, EntityType.SEMINAR),
                List.of(new CompleteListModel()));
    }
}
