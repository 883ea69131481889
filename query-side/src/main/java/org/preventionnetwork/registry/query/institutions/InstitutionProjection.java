package org.preventionnetwork.registry.query.institutions;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code institution, institution_office, partnership}. */
@Configuration(proxyBeanMethods = false)
class InstitutionProjection {
    @Bean
    Projection institutions() {
        return new Projection(
                "institutions",
                2,
                Set.of(EntityType.INSTITUTION),
                List.of(new InstitutionModel(), new OfficeModel(), new PartnershipModel()));
    }
}
