package org.preventionnetwork.registry.query.networks;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code network, membership, announced_membership, membership_spell, focal_point, meeting}. */
@Configuration(proxyBeanMethods = false)
class NetworkProjection {
    @Bean
    Projection networks() {
        return new Projection(
                "networks",
                4,
                Set.of(EntityType.NETWORK),
                List.of(
                        new NetworkModel(),
                        MembershipModel.belonging(),
                        MembershipModel.announced(),
                        new SpellModel(),
                        new SeatModel(),
                        new MeetingModel()));
    }
}
