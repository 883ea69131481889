package org.preventionnetwork.registry.query.networks;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables {@code network, membership, announced_membership, focal_point, meeting}. */
@Configuration(proxyBeanMethods = false)
class NetworkProjection {
    @Bean
    Projection networks() {
        return new Projection(
                "networks",
                3,
                Set.of(EntityType.NETWORK),
                List.of(
                        new NetworkModel(),
                        MembershipModel.belonging(),
                        MembershipModel.announced(),
                        new SeatModel(),
                        new MeetingModel()));
    }
}
