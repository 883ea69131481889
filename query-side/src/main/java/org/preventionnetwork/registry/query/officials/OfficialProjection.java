package org.preventionnetwork.registry.query.officials;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code official, affiliation, canonical}. */
@Configuration(proxyBeanMethods = false)
class OfficialProjection {
    @Bean
    Projection officials() {
        return new Projection(
                "officials",
                2,
                Set.of(EntityType.OFFICIAL),
                List.of(new OfficialModel(), new AffiliationModel(), new CanonicalModel()));
    }
}
