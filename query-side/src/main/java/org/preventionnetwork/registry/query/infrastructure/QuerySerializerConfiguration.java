package org.preventionnetwork.registry.query.infrastructure;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** One serializer for everything: tokens, messages and stored events. Either side may bring it. */
@Configuration(proxyBeanMethods = false)
class QuerySerializerConfiguration {

    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "serializer")
    Serializer serializer() {
        return registrySerializer();
    }

    @Bean
    @ConditionalOnMissingBean(name = "messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    @ConditionalOnMissingBean(name = "eventSerializer")
    Serializer eventSerializer(Serializer serializer) {
        return serializer;
    }

    /** Replay tokens carry their context with a class name, which Jackson 3 reads only from packages it is told. */
    private static Serializer registrySerializer() {
        BasicPolymorphicTypeValidator allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("org.preventionnetwork.registry.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(allowed))
                .build();
    }
}
