package org.preventionnetwork.registry.access.limits;

import org.preventionnetwork.registry.api.outages.Patience;
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

    /** With the database, of whoever answers a request. */
    @Bean
    Patience.Limits patienceOfRequests(LimitsSettings settings) {
        return new Patience.Limits(settings.silenceOfDatabase(), settings.longestStatement());
    }

    @Bean
    RequestRate requestRate(LimitsSettings settings) {
        return new RequestRate(settings.requestsPerSecond());
    }
}
