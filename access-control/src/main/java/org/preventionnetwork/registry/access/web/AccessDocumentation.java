package org.preventionnetwork.registry.access.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.preventionnetwork.registry.access.description.ApiPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Says in the OpenAPI document how a request shows whose it is. */
@Configuration(proxyBeanMethods = false)
class AccessDocumentation {

    @Bean
    @Order(0)
    ApiPart accessDescription() {
        return api -> {
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            components.addSecuritySchemes(
                    "account",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("basic")
                            .description("A local account"));
            components.addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .description("A personal API token, or an access token of the identity provider's"));
            api.setComponents(components);
            // Where it was asked for: else it would repeat what the request said of its host, to whoever asks next.
            api.setServers(List.of(new Server().url("/")));
            api.addSecurityItem(new SecurityRequirement().addList("account"));
            api.addSecurityItem(new SecurityRequirement().addList("token"));
        };
    }
}
