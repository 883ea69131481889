package org.preventionnetwork.registry.command.http;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take a {@link CommandRequest}. */
@Configuration(proxyBeanMethods = false)
class CommandHttpConfiguration implements WebMvcConfigurer {
    private final CommandRequestResolver requests;

    CommandHttpConfiguration(CommandRequestResolver requests) {
        this.requests = requests;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(requests);
    }
}
