package org.preventionnetwork.registry.command.rehearsal;

import java.util.List;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the aggregates that a rehearsal decides with. */
@Configuration(proxyBeanMethods = false)
class RehearsalConfiguration {

    @Bean
    AggregateTypes aggregateTypes(ApplicationContext context) {
        List<String> beans = List.of(context.getBeanNamesForAnnotation(Aggregate.class));
        return () -> beans.stream()
                .<Class<?>>mapMulti((bean, types) -> {
                    Class<?> type = context.getType(bean);
                    if (type != null) {
                        types.accept(type);
                    }
                })
                .toList();
    }
}
