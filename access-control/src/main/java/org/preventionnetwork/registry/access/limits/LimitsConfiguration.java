package org.preventionnetwork.registry.access.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits as they are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsSettings.class)
class LimitsConfiguration {

    @Bean
    Guesses guesses(LimitsSettings settings) {
        return new Guesses(settings.failedLoginsPerAddress());
    }

    @Bean
    RequestsAtOnce requestsAtOnce(LimitsSettings settings) {
        return new RequestsAtOnce(settings.requestsAtOnce());
    }

    @Bean
    RequestRate requestRate(LimitsSettings settings) {
        return new RequestRate(settings.requestsPerSecond());
    }
}
