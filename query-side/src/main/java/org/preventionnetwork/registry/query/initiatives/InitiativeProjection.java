package org.preventionnetwork.registry.query.initiatives;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code initiative, initiative_stage, milestone, contributor, assistance}. */
@Configuration(proxyBeanMethods = false)
class InitiativeProjection {
    @Bean
    Projection initiatives() {
        return new Projection(
                "initiatives",
                1,
                Set.of(EntityType.INITIATIVE),
                List.of(
                        new InitiativeModel(),
                        StepModel.stages(),
                        StepModel.milestones(),
                        StepModel.contributors(),
                        StepModel.assistance()));
    }
}
