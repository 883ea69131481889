package org.preventionnetwork.registry.access.limits;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits as they are configured. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    Guesses guesses(@Value("${registry.limits.failed-logins-per-address:30}") int tolerated) {
        return new Guesses(tolerated);
    }

    @Bean
    RequestsAtOnce requestsAtOnce(@Value("${registry.limits.requests-at-once:64}") int most) {
        return new RequestsAtOnce(most);
    }

    @Bean
    RequestRate requestRate(@Value("${registry.limits.requests-per-second:200}") int perSecond) {
        return new RequestRate(perSecond);
    }
}
