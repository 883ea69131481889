package org.preventionnetwork.registry.access.requests;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
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
    private static final Map<String, String> MEANINGS = Map.of(
            "asOf", "True on: a historical date; without it today",
            "knownAt", "Known on: an RFC 3339 instant, or a day, which means its end in UTC; without it now",
            "knownAtPosition", "Known on, as a position of the ledger",
            "atLeastPosition", "Waits until this position of the ledger is known, else 503",
            "atLeastVersion", "Waits until this version (ETag) of the thing is known, else 503",
            "page", "From 0",
            "size", "From 1 to 500",
            "sort", "A field of the items, with ,desc to turn it round");

    /** @param undeclaredFails for tests: an endpoint that reads what it does not declare fails */
    @Bean
    FilterRegistrationBean<StrictRequests> strictRequests(
            @Value("${registry.requests.undeclared-fails:false}") boolean undeclaredFails) {
        FilterRegistrationBean<StrictRequests> filter =
                new FilterRegistrationBean<>(new StrictRequests(undeclaredFails));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
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

    /** What endpoints declare, the OpenAPI document shows. */
    @Bean
    OperationCustomizer declaredParameters() {
        return (operation, endpoint) -> {
            Reads reads = endpoint.getMethodAnnotation(Reads.class);
            for (String name : reads == null ? List.<String>of() : Declarations.read(reads)) {
                boolean shown = operation.getParameters() != null
                        && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
                if (!shown) {
                    operation.addParametersItem(new QueryParameter()
                            .name(name)
                            .description(MEANINGS.get(name))
                            .schema(new StringSchema()));
                }
            }
            return operation;
        };
    }
}
