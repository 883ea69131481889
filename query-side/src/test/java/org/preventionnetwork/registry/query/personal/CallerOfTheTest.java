package org.preventionnetwork.registry.query.personal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Believes the header {@code X-Roles}; without it, an auditor asks. */
@Configuration(proxyBeanMethods = false)
public class CallerOfTheTest {
    @Bean
    @Primary
    CurrentCaller whoAsks() {
        return request -> {
            String roles = request.getHeader("X-Roles");
            return new Caller(
                    "carla",
                    roles == null
                            ? Set.of(Role.AUDITOR)
                            : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                    Set.of());
        };
    }
}
