package org.preventionnetwork.registry.access.requests;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;

@Configuration(proxyBeanMethods = false)
class RequestsConfiguration {
    /** First of all: what the others log is about a request, too. */
    @Bean
    FilterRegistrationBean<CorrelatedRequests> correlatedRequests() {
        FilterRegistrationBean<CorrelatedRequests> filter = new FilterRegistrationBean<>(new CorrelatedRequests());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** @param undeclaredFails for tests: an endpoint that reads what it does not declare fails */
    @Bean
    FilterRegistrationBean<StrictRequests> strictRequests(
            @Value("${registry.requests.undeclared-fails:false}") boolean undeclaredFails) {
        FilterRegistrationBean<StrictRequests> filter =
                new FilterRegistrationBean<>(new StrictRequests(undeclaredFails));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }

    /** A misspelt field of a body would otherwise be taken for one that is not there. */
    @Bean
    JsonMapperBuilderCustomizer strictBodies() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
